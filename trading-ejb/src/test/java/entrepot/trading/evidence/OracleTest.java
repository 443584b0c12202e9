package entrepot.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The quick ways agree with the slow ones. */
class OracleTest {

    @Test
    void crossValidationIsWhatEveryChoiceMadeAnewFinds() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 60; round++) {
            int blocks = 2 * random.nextInt(1, 5);
            double[][] returns = Noise.withMerit(random, random.nextInt(3 * blocks, 90), random.nextInt(2, 9), 0, 0.004);
            CrossValidation slow = NaiveEvidence.crossValidation(returns, blocks);
            CrossValidation quick = CrossValidation.of(returns, blocks);
            String what = "seed 21, round " + round;
            assertThat(quick.logits()).as(what).containsExactly(slow.logits(), within(1e-12));
            assertThat(quick.overfitting()).as(what).isEqualTo(slow.overfitting());
            assertThat(quick.slope()).as(what).isCloseTo(slow.slope(), within(1e-8 * (1 + Math.abs(slow.slope()))));
            assertThat(quick.intercept()).as(what).isCloseTo(slow.intercept(), within(1e-8 * (1 + Math.abs(slow.intercept()))));
            assertThat(quick.loss()).as(what).isEqualTo(slow.loss());
        }
    }

    @Test
    void theBestRuleIsWhatWholeSamplesFind() {
        SplittableRandom random = new SplittableRandom(22);
        for (int round = 0; round < 12; round++) {
            double[][] gains = Noise.withMerit(random, random.nextInt(20, 120), random.nextInt(1, 70), 0, random.nextDouble(0.003));
            double restart = random.nextDouble(0.05, 1);
            double[] slow = NaiveEvidence.bestRule(gains, restart, NaiveEvidence.drawn(gains, restart, 4_000, random.split()));
            BestRule quick = BestRule.of(gains, restart, 20_000, round);
            double[] found = {quick.reality(), quick.superior(), quick.liberal(), quick.conservative()};
            // 0.035 is 4 standard errors of a share of one half
            assertThat(found).as("seed 22, round " + round).containsExactly(slow, within(0.035));
        }
    }

    @Test
    void ofTheSameDrawsTheBestRuleIsWhatAllRulesOfEachFind() {
        SplittableRandom random = new SplittableRandom(24);
        for (int round = 0; round < 40; round++) {
            double[][] gains = Noise.withMerit(random, random.nextInt(10, 60), random.nextInt(1, 300), 0, random.nextDouble(0.006));
            double restart = random.nextDouble(0.05, 1);
            BestRule quick = BestRule.of(gains, restart, 500, round);
            double[] slow = NaiveEvidence.bestRule(gains, restart, means(gains, restart, 500, round));
            double[] found = {quick.reality(), quick.superior(), quick.liberal(), quick.conservative()};
            assertThat(found).as("seed 24, round " + round).containsExactly(slow, within(1e-9));
        }
    }

    private static double[][] means(double[][] gains, double restart, int draws, long seed) {
        double[][] means = new double[draws][gains[0].length];
        new BlockSums(gains, IntStream.range(0, gains[0].length).toArray(), restart).draw(draws, seed, new BlockSums.Seen() {
            @Override
            public boolean decided(int draw) {
                return false;
            }

            @Override
            public void sums(int draw, int firstRule, double[] sums, int count) {
                for (int at = 0; at < count; at++) {
                    means[draw][firstRule + at] = sums[at] / gains.length;
                }
            }
        });
        return means;
    }

    @Test
    void theVarianceOfTheBootstrapIsTheSumOverAllLags() {
        SplittableRandom random = new SplittableRandom(25);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(random.nextInt(2, 40), -1, 1).toArray();
            double restart = round % 10 == 0 ? 1 : random.nextDouble(0.001, 1);
            assertThat(new StationaryBootstrap(values.length, restart).variance(values)).as("seed 25, round " + round)
                    .isCloseTo(NaiveEvidence.variance(values, restart), within(1e-12));
        }
    }

    @Test
    void drawnOrdersAreWhatAllOrdersSay() {
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 0; round < 20; round++) {
            double[] returns = random.doubles(8, -0.02, 0.02).toArray();
            double[] positions = random.ints(8, -1, 2).asDoubleStream().toArray();
            Permutation exact = Permutation.exact(returns, positions);
            Permutation drawn = Permutation.drawn(returns, positions, 40_000, round);
            assertThat(drawn.pValue()).as("seed 23, round " + round).isCloseTo(exact.pValue(), within(0.012));
            assertThat(drawn.nullMean()).isCloseTo(exact.nullMean(), within(2e-4));
        }
    }

    @Test
    void momentsAreThoseOfPowerSums() {
        double[] values = {0.01, -0.02, 0.03, 0.005, -0.04, 0.02};
        double mean = Arrays.stream(values).sum() / 6;
        double[] central = new double[5];
        for (int power = 2; power < 5; power++) {
            for (double value : values) {
                central[power] += Math.pow(value - mean, power) / 6;
            }
        }
        Moments found = Moments.of(values);
        assertThat(found.deviation()).isCloseTo(Math.sqrt(central[2] * 6 / 5), within(1e-16));
        assertThat(found.skew()).isCloseTo(central[3] / Math.pow(central[2], 1.5), within(1e-12));
        assertThat(found.kurtosis()).isCloseTo(central[4] / (central[2] * central[2]), within(1e-12));
    }

    @Test
    void theLongestDrawdownEndsWithANewTop() {
        assertThat(Returns.ofPrices(new double[] {10, 9, 8, 10, 9, 11, 10, 9, 9, 12}, 252).longestDrawdown()).isEqualTo(3);
        assertThat(Returns.ofPrices(new double[] {10, 11, 12}, 252).longestDrawdown()).isZero();
    }
}
