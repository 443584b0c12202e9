package entrepot.trading.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class QuotesTest {

    // Avellaneda and Stoikov 2008, section 3.3: the numbers their paths are drawn with
    private static final double START = 100;
    private static final double SIGMA = 2;
    private static final double K = 1.5;
    private static final double ARRIVALS = 140;
    private static final double STEP = 0.005;
    private static final int STEPS = 200;
    private static final int PATHS = 1_000;

    /** Where one market maker quotes. */
    private interface Making {
        Quotes at(double price, int inventory, double left);
    }

    private record Found(double profit, double deviation, double inventory, double inventoryDeviation) {}

    /** Paths of the paper: the price up or down by σ√dt, an order against a quote at a distance δ with the probability A e^(-kδ) dt. */
    private static Found paths(Making making, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] profits = new double[PATHS];
        double[] inventories = new double[PATHS];
        for (int path = 0; path < PATHS; path++) {
            double price = START;
            double cash = 0;
            int inventory = 0;
            for (int step = 0; step < STEPS; step++) {
                Quotes quotes = making.at(price, inventory, (STEPS - step) * STEP);
                boolean bought = random.nextDouble() < ARRIVALS * Math.exp(-K * (price - quotes.bid())) * STEP;
                boolean sold = random.nextDouble() < ARRIVALS * Math.exp(-K * (quotes.ask() - price)) * STEP;
                cash += (sold ? quotes.ask() : 0) - (bought ? quotes.bid() : 0);
                inventory += (bought ? 1 : 0) - (sold ? 1 : 0);
                price += SIGMA * Math.sqrt(STEP) * (random.nextBoolean() ? 1 : -1);
            }
            profits[path] = cash + inventory * price;
            inventories[path] = inventory;
        }
        return new Found(mean(profits), deviation(profits), mean(inventories), deviation(inventories));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum() / (values.length - 1));
    }

    private static Found inventory(double gamma, long seed) {
        return paths((price, held, left) -> Quotes.avellanedaStoikov(price, held, SIGMA * SIGMA, left, gamma, K), seed);
    }

    /** The same spread on average, always about the price. */
    private static Found symmetric(double gamma, long seed) {
        Quotes middle = Quotes.avellanedaStoikov(0, 0, SIGMA * SIGMA, 0.5, gamma, K);
        return paths((price, held, left) -> new Quotes(price + middle.bid(), price + middle.ask()), seed);
    }

    /**
     * Found with seed 2008: 64.8, deviation 6.6, and of what is held at the end 2.9; about the price alone 68.3, 12.9 and 8.1. The paper has about 62 to 65 and 6, and
     * about 68 and 13.
     */
    @Test
    void thePathsOfThePaperMakeWhatThePaperSays() {
        Found moved = inventory(0.1, 2008);
        Found still = symmetric(0.1, 2008);
        assertThat(moved.profit()).isBetween(62.0, 66.0);
        assertThat(moved.deviation()).isBetween(5.5, 7.0);
        assertThat(moved.inventoryDeviation()).isBetween(2.5, 3.3);
        assertThat(still.profit()).isBetween(66.0, 70.0);
        assertThat(still.deviation()).isBetween(12.0, 14.5);
        assertThat(still.inventoryDeviation()).isBetween(7.5, 9.5);
    }

    @Test
    void littleAversionIsNextToSymmetricAndMuchIsSafeAndPoor() {
        Found bold = inventory(0.01, 2008);
        Found shy = inventory(0.5, 2008);
        assertThat(bold.profit()).isCloseTo(symmetric(0.01, 2008).profit(), within(2.0));
        assertThat(shy.profit()).isLessThan(inventory(0.1, 2008).profit() - 5);
        assertThat(shy.inventoryDeviation()).isLessThan(2.3);
    }

    @Test
    void theSpreadOfThePaperIs149OnAverage() {
        Quotes middle = Quotes.avellanedaStoikov(100, 0, 4, 0.5, 0.1, 1.5);
        assertThat(middle.ask() - middle.bid()).isCloseTo(1.49, within(0.005));
        assertThat((middle.ask() + middle.bid()) / 2).isEqualTo(100);
        Quotes held = Quotes.avellanedaStoikov(100, 3, 4, 1, 0.1, 1.5);
        assertThat((held.ask() + held.bid()) / 2).as("100 - 3 · 0.1 · 4").isCloseTo(98.8, within(1e-12));
        assertThat(Quotes.avellanedaStoikov(100, 7, 4, 0, 0.1, 1.5).ask()).as("at the end only the orders matter").isCloseTo(100 + 10 * Math.log(1 + 0.1 / 1.5), within(1e-12));
    }

    /** σ 0.3, A 0.9, k 0.3, γ 0.01, Q 30: the numbers of the figures in Guéant, Lehalle and Fernandez-Tapia, ticks and seconds. */
    @Test
    void asymptoticQuotesAreNearThoseOfTheEigenvectorTheyApproximate() {
        double sigma = 0.3;
        double arrivals = 0.9;
        double k = 0.3;
        double gamma = 0.01;
        int bound = 30;
        double[] vector = vector(k * gamma * sigma * sigma / 2, arrivals * Math.pow(1 + gamma / k, -(1 + k / gamma)), bound);
        double spread = Math.log(1 + gamma / k) / gamma;
        for (int held = -bound; held <= bound; held++) {
            Quotes found = Quotes.gueantLehalleFernandezTapia(0, held, sigma * sigma, gamma, k, arrivals);
            if (held < bound) {
                double bid = Math.log(vector[held + bound] / vector[held + 1 + bound]) / k + spread;
                assertThat(-found.bid()).as("bid, held " + held).isCloseTo(bid, within(error(held)));
            }
            if (held > -bound) {
                double ask = Math.log(vector[held + bound] / vector[held - 1 + bound]) / k + spread;
                assertThat(found.ask()).as("ask, held " + held).isCloseTo(ask, within(error(held)));
            }
        }
        assertThat(-Quotes.gueantLehalleFernandezTapia(0, 0, sigma * sigma, gamma, k, arrivals).bid()).isCloseTo(3.3129, within(5e-4));
    }

    /** 6 ticks of spread; next to the bound the approximation knows nothing of it. */
    private static double error(int held) {
        return Math.abs(held) <= 25 ? 0.01 : 0.9;
    }

    /** Of the smallest eigenvalue of the matrix with α q² on its diagonal and -η beside it, by powers of a shifted one. */
    private static double[] vector(double alpha, double eta, int bound) {
        int size = 2 * bound + 1;
        double[] vector = new double[size];
        Arrays.fill(vector, 1);
        DoubleUnaryOperator shifted = held -> alpha * bound * bound + 2 * eta - alpha * held * held;
        for (int round = 0; round < 20_000; round++) {
            double[] next = new double[size];
            for (int at = 0; at < size; at++) {
                next[at] = shifted.applyAsDouble(at - bound) * vector[at] + eta * ((at > 0 ? vector[at - 1] : 0) + (at + 1 < size ? vector[at + 1] : 0));
            }
            double largest = Arrays.stream(next).max().orElseThrow();
            vector = Arrays.stream(next).map(one -> one / largest).toArray();
        }
        return vector;
    }

    @Test
    void whatMustBeAboveZeroIsNamed() {
        assertThatThrownBy(() -> Quotes.avellanedaStoikov(100, 0, -1, 1, 0, 1.5))
                .hasMessage("variance is -1.0, gamma is 0.0, k is 1.5, must be 0 or more, above 0, and above 0");
        assertThatThrownBy(() -> Quotes.avellanedaStoikov(100, 0, 1, -1, 1, 1.5)).hasMessage("time left is -1.0, must be 0 or more");
        assertThatThrownBy(() -> Quotes.gueantLehalleFernandezTapia(100, 0, 1, 1, 1.5, 0)).hasMessage("arrivals are 0.0, must be above 0");
    }
}
