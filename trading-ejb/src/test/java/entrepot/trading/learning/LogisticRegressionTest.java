package entrepot.trading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** Temperature at the start, degrees Fahrenheit, of 23 flights, and how many of 6 O-rings were damaged. */
    private static final double[][] SHUTTLE = {{53, 2}, {57, 1}, {58, 1}, {63, 1}, {66, 0}, {67, 0}, {67, 0}, {67, 0}, {68, 0}, {69, 0}, {70, 1},
            {70, 0}, {70, 1}, {70, 0}, {72, 0}, {73, 0}, {75, 0}, {75, 2}, {76, 0}, {76, 0}, {78, 0}, {79, 0}, {81, 0}};

    /** Dalal, Fowlkes and Hoadley, Risk Analysis of the Space Shuttle, J. American Statistical Association 84(408), 1989: any damage. */
    @Test
    void theOddsOfDamageToTheShuttleAreThePublishedOnes() {
        Samples flights = new Samples(Arrays.stream(SHUTTLE).map(row -> new double[] {row[0]}).toArray(double[][]::new),
                Arrays.stream(SHUTTLE).mapToInt(row -> row[1] > 0 ? 1 : 0).toArray(), ones(SHUTTLE.length));
        LogisticModel found = LogisticRegression.fit(flights, 0);
        assertThat(slope(found)).isCloseTo(-0.2322, within(0.00005));
        assertThat(constant(found)).isCloseTo(15.0429, within(0.00005));
    }

    /** The same paper, section 3.2, by ring: 5.085 and -0.1156; each flight stands twice, weighted by its rings. */
    @Test
    void soAreTheOddsByRingWhichAreWeighted() {
        double[][] rows = IntStream.range(0, 46).mapToObj(at -> new double[] {SHUTTLE[at / 2][0]}).toArray(double[][]::new);
        int[] label = IntStream.range(0, 46).map(at -> at % 2).toArray();
        double[] weight = IntStream.range(0, 46).mapToDouble(at -> at % 2 == 1 ? SHUTTLE[at / 2][1] : 6 - SHUTTLE[at / 2][1]).toArray();
        LogisticModel found = LogisticRegression.fit(new Samples(rows, label, weight), 0);
        assertThat(slope(found)).isCloseTo(-0.1156, within(0.00005));
        assertThat(constant(found)).isCloseTo(5.085, within(0.0005));
    }

    private static double slope(LogisticModel found) {
        return found.coefficients()[1] / found.deviation()[0];
    }

    private static double constant(LogisticModel found) {
        return found.coefficients()[0] - found.coefficients()[1] * found.mean()[0] / found.deviation()[0];
    }

    @Test
    void atTheOptimumTheGradientIsZero() {
        for (long seed = 1; seed <= 40; seed++) {
            Samples samples = NaiveTrees.samples(seed, 30 + 20 * (int) seed, 5);
            double penalty = Math.pow(10, seed % 5 - 2);
            LogisticModel found = LogisticRegression.fit(samples, penalty);
            double[] gradient = new double[6];
            for (int at = 0; at < samples.size(); at++) {
                double off = samples.weight()[at] * (found.probability(samples.rows()[at]) - samples.label()[at]);
                gradient[0] += off;
                for (int feature = 0; feature < 5; feature++) {
                    gradient[feature + 1] += off * (samples.rows()[at][feature] - found.mean()[feature]) / found.deviation()[feature];
                }
            }
            for (int feature = 1; feature <= 5; feature++) {
                gradient[feature] += penalty * found.coefficients()[feature];
            }
            assertThat(gradient).as("seed " + seed).containsExactly(new double[6], within(1e-8));
        }
    }

    @Test
    void itSaysWhatLeastSquaresWeightedAnewSay() {
        for (long seed = 1; seed <= 40; seed++) {
            Samples samples = NaiveTrees.samples(seed, 20 + 5 * (int) seed, 4);
            double penalty = Math.pow(10, seed % 4 - 1);
            LogisticModel found = LogisticRegression.fit(samples, penalty);
            NaiveLogistic naive = new NaiveLogistic(samples.rows(), samples.label(), samples.weight(), penalty);
            for (double[] row : samples.rows()) {
                assertThat(found.probability(row)).as("seed " + seed).isCloseTo(naive.probability(row), within(1e-10));
            }
        }
    }

    /** One number after the other to where its own slope is zero, found by halving: as slow as it is simple. */
    @Test
    void soDoesWalkingDownEachAxisByHalving() {
        Samples samples = NaiveTrees.samples(77, 60, 2);
        LogisticModel found = LogisticRegression.fit(samples, 2);
        double[] b = new double[3];
        for (int round = 0; round < 200; round++) {
            for (int axis = 0; axis < 3; axis++) {
                double low = -20;
                double high = 20;
                while (high - low > 1e-12) {
                    b[axis] = (low + high) / 2;
                    if (slope(samples, found, b, axis) > 0) {
                        high = b[axis];
                    } else {
                        low = b[axis];
                    }
                }
            }
        }
        assertThat(found.coefficients()).containsExactly(b, within(1e-8));
    }

    private static double slope(Samples samples, LogisticModel scale, double[] b, int axis) {
        double slope = axis == 0 ? 0 : 2 * b[axis];
        for (int at = 0; at < samples.size(); at++) {
            double[] x = {1, (samples.rows()[at][0] - scale.mean()[0]) / scale.deviation()[0], (samples.rows()[at][1] - scale.mean()[1]) / scale.deviation()[1]};
            double p = 1 / (1 + Math.exp(-(b[0] + b[1] * x[1] + b[2] * x[2])));
            slope += samples.weight()[at] * (p - samples.label()[at]) * x[axis];
        }
        return slope;
    }

    @Test
    void aFeatureThatDoesNotVaryAndLabelsThatCanBeToldApartAreNoTrouble() {
        Samples apart = new Samples(new double[][] {{1, 7}, {2, 7}, {3, 7}, {4, 7}}, new int[] {0, 0, 1, 1}, ones(4));
        LogisticModel found = LogisticRegression.fit(apart, 1);
        assertThat(found.coefficients()[2]).isZero();
        assertThat(found.probability(new double[] {4, 7})).isBetween(0.6, 0.99);
        assertThat(found.probability(new double[] {4, 7}) + found.probability(new double[] {1, 7})).isCloseTo(1, within(1e-9));
    }

    @Test
    void aStrongPenaltyLeavesTheShareOfOnes() {
        Samples samples = NaiveTrees.samples(3, 100, 3);
        Model found = new LogisticRegression(List.of(1e12)).fit(samples).get(0);
        double ones = IntStream.range(0, 100).mapToDouble(at -> samples.label()[at] * samples.weight()[at]).sum();
        assertThat(found.probability(samples.rows()[9])).isCloseTo(ones / Arrays.stream(samples.weight()).sum(), within(1e-8));
    }

    @Test
    void theSameSamplesHaveTheSameHashAndOthersAnother() {
        String hash = LogisticRegression.fit(NaiveTrees.samples(5, 80, 3), 1).hash();
        assertThat(LogisticRegression.fit(NaiveTrees.samples(5, 80, 3), 1).hash()).isEqualTo(hash).hasSize(64);
        assertThat(LogisticRegression.fit(NaiveTrees.samples(6, 80, 3), 1).hash()).isNotEqualTo(hash);
        assertThat(LogisticRegression.fit(NaiveTrees.samples(5, 80, 3), 2).hash()).isNotEqualTo(hash);
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
