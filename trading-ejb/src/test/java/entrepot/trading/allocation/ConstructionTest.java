package entrepot.trading.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of weights under seeded random returns. */
class ConstructionTest {

    private static final int SEEDS = 60;

    /** Returns of 1 to 20 instruments that share a few causes, over more periods than there are instruments. */
    static double[][] returns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(20);
        int periods = count + 2 + random.nextInt(200);
        double[][] causes = new double[3][periods];
        Arrays.stream(causes).forEach(cause -> Arrays.setAll(cause, at -> random.nextGaussian()));
        double[][] returns = new double[count][periods];
        for (double[] one : returns) {
            double scale = 0.002 + 0.03 * random.nextDouble();
            double[] load = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            Arrays.setAll(one, at -> scale * (0.7 * (load[0] * causes[0][at] + load[1] * causes[1][at] + load[2] * causes[2][at]) + random.nextGaussian()));
        }
        return returns;
    }

    @ParameterizedTest
    @EnumSource(Construction.class)
    void weightsAddUpToOneAndNoneIsBelowZero(Construction construction) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double[] weights = construction.weights(returns(seed));
            assertThat(Arrays.stream(weights).sum()).as("seed " + seed).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(weights).min().orElseThrow()).as("seed " + seed).isNotNegative();
        }
    }

    @ParameterizedTest
    @EnumSource(Construction.class)
    void anotherOrderOfTheInstrumentsGivesTheirWeightsInThatOrder(Construction construction) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double[][] returns = returns(seed);
            int[] order = shuffled(returns.length, seed);
            double[] weights = construction.weights(returns);
            double[] other = construction.weights(Arrays.stream(order).mapToObj(at -> returns[at]).toArray(double[][]::new));
            for (int at = 0; at < order.length; at++) {
                assertThat(other[at]).as("instrument " + order[at] + ", seed " + seed).isCloseTo(weights[order[at]], within(1e-9));
            }
        }
    }

    private static int[] shuffled(int count, long seed) {
        SplittableRandom random = new SplittableRandom(-seed);
        int[] order = IntStream.range(0, count).toArray();
        for (int at = count - 1; at > 0; at--) {
            int from = random.nextInt(at + 1);
            int kept = order[at];
            order[at] = order[from];
            order[from] = kept;
        }
        return order;
    }

    @Test
    void partsOfTheRiskAreTheSame() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double[][] returns = returns(seed);
            double[] shares = Covariance.riskShares(Construction.RISK_PARITY.weights(returns), NaiveWeights.covariance(returns, 1));
            for (double share : shares) {
                assertThat(share).as("seed " + seed).isCloseTo(1.0 / returns.length, within(1e-8));
            }
        }
    }

    @Test
    void noneOfTenThousandOthersHasLessVariance() {
        for (long seed = 1; seed <= 20; seed++) {
            double[][] returns = returns(seed);
            double[][] covariance = Shrinkage.of(returns).covariance();
            double least = NaiveWeights.variance(Construction.MINIMUM_VARIANCE.weights(returns), covariance);
            SplittableRandom random = new SplittableRandom(seed);
            for (int draw = 0; draw < 10_000; draw++) {
                double[] weights = new double[returns.length];
                double sparse = random.nextDouble();
                Arrays.setAll(weights, at -> random.nextDouble() < sparse ? 0 : -Math.log(1 - random.nextDouble()));
                weights[random.nextInt(weights.length)] += 0.01;
                double sum = Arrays.stream(weights).sum();
                Arrays.setAll(weights, at -> weights[at] / sum);
                assertThat(NaiveWeights.variance(weights, covariance)).as("seed " + seed).isGreaterThanOrEqualTo(least * (1 - 1e-9));
            }
        }
    }

    @Test
    void noSmallStepFromTheLeastVarianceMakesItLess() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            double[][] returns = returns(seed);
            double[][] covariance = Shrinkage.of(returns).covariance();
            double[] weights = Construction.MINIMUM_VARIANCE.weights(returns);
            double variance = NaiveWeights.variance(weights, covariance);
            for (int at = 0; at < weights.length; at++) {
                double slope = NaiveWeights.slope(weights, covariance, at);
                assertThat(slope).as("instrument " + at + ", seed " + seed).isGreaterThanOrEqualTo(variance * (1 - 1e-7));
                if (weights[at] > 0) {
                    assertThat(slope).as("held " + at + ", seed " + seed).isCloseTo(variance, within(1e-7 * variance));
                }
            }
        }
    }

    @Test
    void theTreeIsThatOfASlowSecondImplementation() {
        for (long seed = 1; seed <= 5 * SEEDS; seed++) {
            double[][] returns = returns(seed);
            double[] weights = Construction.HIERARCHICAL_RISK_PARITY.weights(returns);
            double[] slow = NaiveWeights.tree(NaiveWeights.covariance(returns, 1));
            for (int at = 0; at < slow.length; at++) {
                assertThat(weights[at]).as("instrument " + at + ", seed " + seed).isCloseTo(slow[at], within(1e-12));
            }
        }
    }

    @Test
    void twoUncorrelatedInstrumentsHaveWeightsByHand() {
        // Deviations of 0.01 and 0.02 without any correlation, by hand: 2 to 1 by volatility and by risk, 4 to 1 by variance.
        double[][] returns = {{0.01, -0.01, 0.01, -0.01}, {0.02, 0.02, -0.02, -0.02}};
        assertThat(Construction.EQUAL.weights(returns)).containsExactly(0.5, 0.5);
        assertThat(Construction.INVERSE_VOLATILITY.weights(returns)).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(Construction.RISK_PARITY.weights(returns)).containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(Construction.MINIMUM_VARIANCE.weights(returns)).containsExactly(new double[] {0.8, 0.2}, within(1e-10));
        assertThat(Construction.HIERARCHICAL_RISK_PARITY.weights(returns)).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Construction.class)
    void twoThatCancelEachOtherOutStillHaveWeights(Construction construction) {
        double[] weights = construction.weights(new double[][] {{0.01, -0.02, 0.03}, {-0.01, 0.02, -0.03}});
        assertThat(weights).containsExactly(new double[] {0.5, 0.5}, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Construction.class)
    void manyThatAreMadeOfTwoCausesAloneStillHaveWeights(Construction construction) {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] causes = new double[2][30];
            Arrays.stream(causes).forEach(cause -> Arrays.setAll(cause, at -> random.nextGaussian()));
            double[][] returns = new double[12][30];
            for (double[] one : returns) {
                double first = random.nextGaussian();
                double second = random.nextGaussian();
                Arrays.setAll(one, at -> 0.01 * (first * causes[0][at] + second * causes[1][at]));
            }
            double[] weights = construction.weights(returns);
            assertThat(Arrays.stream(weights).sum()).as("seed " + seed).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(weights).min().orElseThrow()).as("seed " + seed).isNotNegative();
        }
    }

    @Test
    void whatDidNotMoveIsRefused() {
        assertThatThrownBy(() -> Construction.EQUAL.weights(new double[][] {{0.01, 0.02}, {0, 0}}))
                .hasMessage("returns of instrument 1 have a variance of 0.0, must be above 0");
        assertThatThrownBy(() -> Construction.EQUAL.weights(new double[][] {{0.01, 0.02, 0.03}, {0, 0.1}}))
                .hasMessage("instrument 1 has 2 returns, must be 2 or more and as many as the first, 3");
        assertThat(Construction.EQUAL.weights(new double[0][])).isEmpty();
    }
}
