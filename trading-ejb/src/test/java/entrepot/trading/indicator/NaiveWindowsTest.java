package entrepot.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of a window against the formula over that window alone, as books print it. */
class NaiveWindowsTest {

    private static final long SEED = 21;
    private static final int N = 17;
    private static final double[] WALK = Walk.gapped(SEED, 2000).closes();
    private static final double[] COARSE = Walk.coarse(SEED, 2000).closes();

    private static void agree(String name, int line, Map<String, Object> given, int window, ToDoubleFunction<double[]> naive) {
        for (double[] prices : new double[][] {WALK, COARSE, far(WALK)}) {
            double[] found = Catalogue.find(name).orElseThrow().over(given, prices)[line];
            for (int bar = 0; bar < prices.length; bar++) {
                double expected = bar < window - 1 ? Double.NaN : naive.applyAsDouble(Arrays.copyOfRange(prices, bar - window + 1, bar + 1));
                String what = name + " at " + bar + ", seed " + SEED;
                if (Double.isNaN(expected)) {
                    assertThat(found[bar]).as(what).isNaN();
                } else {
                    assertThat(found[bar]).as(what).isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
                }
            }
        }
    }

    /** Ten thousand times as high with the same steps: what sums of squares lose their digits on. */
    private static double[] far(double[] prices) {
        return Arrays.stream(prices).map(price -> price + 1e6).toArray();
    }

    private static double mean(double[] window) {
        return Arrays.stream(window).sum() / window.length;
    }

    private static double square(double[] window) {
        double mean = mean(window);
        return flat(window) ? 0 : Arrays.stream(window).map(one -> (one - mean) * (one - mean)).sum();
    }

    private static boolean flat(double[] window) {
        return Arrays.stream(window).allMatch(one -> one == window[0]);
    }

    private static double[] changes(double[] window) {
        return IntStream.range(1, window.length).mapToDouble(at -> window[at] - window[at - 1]).toArray();
    }

    private static Map<String, Object> n() {
        return Map.of("n", (double) N);
    }

    @Test
    void means() {
        agree("sma", 0, n(), N, NaiveWindowsTest::mean);
        agree("wma", 0, n(), N, window -> IntStream.range(0, N).mapToDouble(at -> (at + 1) * window[at]).sum() / (N * (N + 1) / 2.0));
    }

    @Test
    void deviations() {
        agree("stdev", 0, n(), N, window -> Math.sqrt(square(window) / (N - 1)));
        agree("zscore", 0, n(), N, window -> flat(window) ? 0 : (window[N - 1] - mean(window)) / Math.sqrt(square(window) / (N - 1)));
        agree("bollinger", 1, n(), N, window -> mean(window) + 2 * Math.sqrt(square(window) / N));
        agree("vol", 0, n(), N + 1, window -> {
            double[] logs = changes(Arrays.stream(window).map(Math::log).toArray());
            return Math.sqrt(square(logs) / (N - 1) * 252);
        });
    }

    @Test
    void changesOverAWindow() {
        agree("momentum", 0, n(), N + 1, window -> window[N] - window[0]);
        agree("roc", 0, n(), N + 1, window -> 100 * (window[N] - window[0]) / window[0]);
        agree("rsi", 0, Map.of("n", (double) N, "smoothing", "simple"), N + 1, window -> {
            double up = Arrays.stream(changes(window)).filter(one -> one > 0).sum();
            double all = Arrays.stream(changes(window)).map(Math::abs).sum();
            return all == 0 ? 50 : 100 * up / all;
        });
    }

    @Test
    void linesOfLeastSquares() {
        agree("trend", 1, n(), N, NaiveWindowsTest::slope);
        agree("trend", 0, n(), N, window -> mean(window) + slope(window) * (N - 1) / 2.0);
    }

    private static double slope(double[] window) {
        double middle = (window.length - 1) / 2.0;
        double mean = mean(window);
        double product = IntStream.range(0, window.length).mapToDouble(at -> (at - middle) * (window[at] - mean)).sum();
        return product / IntStream.range(0, window.length).mapToDouble(at -> (at - middle) * (at - middle)).sum();
    }

    @Test
    void correlationOfTwoSeries() {
        double[] other = Walk.gapped(SEED + 1, WALK.length).closes();
        double[] found = Catalogue.find("corr").orElseThrow().over(n(), WALK, other)[0];
        double[][] line = Catalogue.find("regress").orElseThrow().over(n(), WALK, other);
        for (int bar = N - 1; bar < WALK.length; bar++) {
            double[] y = Arrays.copyOfRange(WALK, bar - N + 1, bar + 1);
            double[] x = Arrays.copyOfRange(other, bar - N + 1, bar + 1);
            double product = IntStream.range(0, N).mapToDouble(at -> (x[at] - mean(x)) * (y[at] - mean(y))).sum();
            double expected = product / Math.sqrt(square(x) * square(y));
            assertThat(found[bar]).as("at " + bar + ", seed " + SEED).isCloseTo(expected, within(1e-8));
            assertThat(line[0][bar]).isCloseTo(product / square(x), within(1e-8));
            assertThat(line[2][bar]).isCloseTo(expected * expected, within(1e-8));
        }
    }

    @Test
    void entropyIsThatOfTheOrdersCounted() {
        agree("entropy", 0, Map.of("n", 30.0, "order", 3.0), 32, window -> {
            String[] orders = IntStream.range(0, 30).mapToObj(at -> (window[at] <= window[at + 1]) + "" + (window[at] <= window[at + 2])
                    + (window[at + 1] <= window[at + 2])).toArray(String[]::new);
            double sum = 0;
            for (String order : new HashSet<>(Arrays.asList(orders))) {
                double share = Arrays.stream(orders).filter(order::equals).count() / 30.0;
                sum -= share * Math.log(share);
            }
            return sum / Math.log(6);
        });
    }

    @Test
    void aRandomWalkHasAHurstExponentOfAHalf() {
        double[] logs = Arrays.stream(Walk.gapped(SEED, 5000).closes()).map(Math::log).toArray();
        double[] line = Arrays.stream(logs).map(one -> 100 * one).toArray();
        double[] found = Catalogue.find("hurst").orElseThrow().over(Map.of("n", 4096.0), line)[0];
        assertThat(found[4999]).as("seed " + SEED).isCloseTo(0.5, within(0.12));
        double[] straight = IntStream.range(0, 300).mapToDouble(at -> at).toArray();
        assertThat(Catalogue.find("hurst").orElseThrow().over(Map.of(), straight)[0][299]).isCloseTo(1, within(1e-9));
    }

    /** Parkinson 1980 and Garman and Klass 1980 on bars that are all alike: high 2, low 1, open 1, close 2. */
    @Test
    void volatilityOfRanges() {
        double[] one = {1, 1, 1};
        double[] two = {2, 2, 2};
        Map<String, Object> given = Map.of("n", 3.0, "year", 1.0);
        assertThat(Catalogue.find("parkinson").orElseThrow().over(given, two, one)[0][2]).isCloseTo(Math.sqrt(Math.log(2) / 4), within(1e-6));
        double log = Math.log(2);
        assertThat(Catalogue.find("garman_klass").orElseThrow().over(given, one, two, one, two)[0][2])
                .isCloseTo(log * Math.sqrt(0.5 - (2 * log - 1)), within(1e-6));
    }
}
