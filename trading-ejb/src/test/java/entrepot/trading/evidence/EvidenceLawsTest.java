package entrepot.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold whatever the returns are; every message has the seed. */
class EvidenceLawsTest {

    @Test
    void theDistributionIsThatOfTables() {
        // Abramowitz and Stegun 1964, table 26.1 (Φ) and 26.2 (Q of large x)
        assertThat(Normal.below(1)).isCloseTo(0.841344746068543, within(1e-15));
        assertThat(Normal.below(-3)).isCloseTo(0.001349898031630, within(1e-15));
        assertThat(Normal.below(-10)).isCloseTo(7.61985302416e-24, within(1e-34));
        for (double share = 1e-12; share < 1; share += 0.003) {
            assertThat(Normal.below(Normal.quantile(share))).as("share " + share).isCloseTo(share, within(1e-15));
        }
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-13));
    }

    @Test
    void aDeflatedRatioIsNeverAboveTheProbabilisticAndFallsWithTheTrials() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 20_000; round++) {
            double skew = random.nextDouble(-3, 3);
            SharpeEvidence found = new SharpeEvidence(random.nextDouble(-0.3, 0.3), random.nextInt(2, 5_000), skew,
                    1 + skew * skew + random.nextDouble(10));
            double variance = random.nextDouble(0.02);
            double before = found.probabilistic(0);
            for (double trials : new double[] {1, 1.3, 2, 10, 1e3, 1e6}) {
                double deflated = found.deflated(trials, variance);
                assertThat(deflated).as("seed 11, round " + round).isBetween(0.0, before);
                before = deflated;
            }
        }
    }

    @Test
    void theBestOfManyTrialsIsWhatDrawingManyFinds() {
        SplittableRandom random = new SplittableRandom(12);
        for (int trials : new int[] {5, 20, 200}) {
            double sum = 0;
            for (int round = 0; round < 20_000; round++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int trial = 0; trial < trials; trial++) {
                    best = Math.max(best, 0.3 * random.nextGaussian());
                }
                sum += best / 20_000;
            }
            assertThat(SharpeEvidence.expectedMaximum(trials, 0.09)).as(trials + " trials, seed 12").isCloseTo(sum, within(0.015));
        }
    }

    @Test
    void atTheMinimumTrackRecordTheRatioIsJustBelievable() {
        SplittableRandom random = new SplittableRandom(13);
        for (int round = 0; round < 1_000; round++) {
            double sharpe = random.nextDouble(0.01, 0.5);
            SharpeEvidence any = new SharpeEvidence(sharpe, 2, 0.4, 5);
            int needed = (int) Math.ceil(any.minimumTrackRecord(0, 0.05));
            assertThat(new SharpeEvidence(sharpe, needed, 0.4, 5).probabilistic(0)).as("seed 13, round " + round).isGreaterThanOrEqualTo(0.95);
            if (needed > 3) {
                assertThat(new SharpeEvidence(sharpe, needed - 1, 0.4, 5).probabilistic(0)).as("seed 13, round " + round).isLessThan(0.95);
            }
        }
        assertThat(new SharpeEvidence(-0.1, 9, 0, 3).minimumTrackRecord(0, 0.05)).isInfinite();
    }

    @Test
    void trialsThatAreTheSameCountAsOne() {
        assertThat(SharpeEvidence.effectiveTrials(100, 1)).isEqualTo(1);
        assertThat(SharpeEvidence.effectiveTrials(100, 0)).isEqualTo(100);
        assertThat(SharpeEvidence.effectiveTrials(100, -0.01)).isEqualTo(100);
        assertThat(SharpeEvidence.effectiveTrials(100, 0.5)).isEqualTo(50.5);
    }

    @Test
    void aBootstrappedMeanHasTheVarianceThatTheKernelSays() {
        SplittableRandom random = new SplittableRandom(14);
        double[] values = new double[200];
        for (int at = 1; at < values.length; at++) {
            values[at] = 0.6 * values[at - 1] + random.nextGaussian();
        }
        StationaryBootstrap bootstrap = new StationaryBootstrap(values.length, 0.1);
        double[] means = new double[40_000];
        for (int draw = 0; draw < means.length; draw++) {
            means[draw] = Arrays.stream(bootstrap.indices(random::nextDouble)).mapToDouble(at -> values[at]).average().orElseThrow();
        }
        double deviation = Moments.of(means).deviation();
        assertThat(values.length * deviation * deviation).as("seed 14").isCloseTo(bootstrap.variance(values), within(0.15));
        assertThat(bootstrap.variance(values)).isGreaterThan(2 * new StationaryBootstrap(values.length, 1).variance(values));
    }

    @Test
    void pValuesOfPureNoiseAreAboutUniform() {
        SplittableRandom random = new SplittableRandom(15);
        double[][] found = new double[3][400];
        for (int round = 0; round < 400; round++) {
            BestRule best = BestRule.of(Noise.returns(random, 250, 10), 0.5, 400, round);
            found[0][round] = best.reality();
            found[1][round] = best.superior();
            double[][] one = Noise.returns(random, 100, 1);
            double[] positions = random.ints(100, -1, 2).asDoubleStream().toArray();
            found[2][round] = Permutation.drawn(Noise.column(one, 0), positions, 400, round).pValue();
        }
        for (double[] pValues : found) {
            Arrays.sort(pValues);
            double off = 0;
            for (int at = 0; at < pValues.length; at++) {
                off = Math.max(off, Math.abs((at + 0.5) / pValues.length - pValues[at]));
            }
            // Kolmogorov's 0.1 % point for 400 is 1.95 / √400
            assertThat(off).as("seed 15").isLessThan(0.0975);
        }
    }

    @Test
    void oneTrulyBetterRuleIsFoundByEveryTest() {
        SplittableRandom random = new SplittableRandom(16);
        double[][] gains = Noise.withMerit(random, 500, 20, 7, 0.0025);
        BestRule best = BestRule.of(gains, 0.1, 2_000, 1);
        assertThat(best.best()).isEqualTo(7);
        assertThat(best.reality()).as("seed 16").isLessThan(0.01);
        assertThat(best.superior()).isLessThan(0.01);
        assertThat(CrossValidation.of(gains, 10).overfitting()).isLessThan(0.02);
    }

    @Test
    void hopelessRulesCostTheConsistentTestNothing() {
        SplittableRandom random = new SplittableRandom(17);
        double[][] gains = Noise.withMerit(random, 400, 60, 0, 0.001);
        for (double[] row : gains) {
            for (int rule = 10; rule < 60; rule++) {
                row[rule] = 4 * row[rule] - 0.02;
            }
        }
        BestRule found = BestRule.of(gains, 0.1, 3_000, 1);
        assertThat(found.superior()).as("seed 17").isLessThan(0.5 * found.reality());
        assertThat(found.superior()).isBetween(found.liberal(), found.conservative());
    }

    @Test
    void overfittingOfNoiseIsAboutOneHalf() {
        double sum = 0;
        for (long seed = 1; seed <= 60; seed++) {
            sum += CrossValidation.of(Noise.returns(new SplittableRandom(seed), 200, 11), 8).overfitting() / 60;
        }
        assertThat(sum).as("seeds 1 to 60").isCloseTo(0.5, within(0.08));
    }

    @Test
    void theSameSeedGivesTheSameToTheLastBit() {
        double[][] gains = Noise.returns(new SplittableRandom(18), 100, 5);
        assertThat(BestRule.of(gains, 0.2, 500, 42)).isEqualTo(BestRule.of(gains, 0.2, 500, 42));
        assertThat(BestRule.of(gains, 0.2, 500, 42).seed()).isEqualTo(42);
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThatThrownBy(() -> CrossValidation.of(new double[20][3], 5)).hasMessage("5 blocks, must be an even number from 2 to 24");
        assertThatThrownBy(() -> CrossValidation.of(new double[7][3], 4)).hasMessageStartingWith("7 observations for 4 blocks");
        assertThatThrownBy(() -> new StationaryBootstrap(5, 0)).hasMessageContaining("restart is 0.0");
        assertThatThrownBy(() -> Permutation.exact(new double[3], new double[2])).hasMessageStartingWith("3 returns and 2 positions");
        assertThatThrownBy(() -> BestRule.of(new double[][] {{1, 2}, {1}}, 0.1, 9, 1)).hasMessage("observation 1 has 1 rules, the first has 2");
        assertThatThrownBy(() -> Kelly.several(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}))
                .hasMessage("the covariance is not positive definite at asset 1");
        assertThatThrownBy(() -> SharpeEvidence.expectedMaximum(0, 1)).hasMessageStartingWith("0.0 trials");
    }
}
