package entrepot.trading.econometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold of made-up series; every message has the seed. */
class EconometricsLawsTest {

    @Test
    void aRandomWalkIsRarelyCalledStationaryAndOneThatComesBackNearlyAlways() {
        SplittableRandom random = new SplittableRandom(41);
        int walks = 0;
        int back = 0;
        int stationary = 0;
        for (int round = 0; round < 400; round++) {
            double[] walk = walk(random, 250, 1);
            double[] steady = walk(random, 250, 0.7);
            walks += DickeyFuller.of(walk, Trend.CONSTANT, 2).pValue() < 0.05 ? 1 : 0;
            back += DickeyFuller.of(steady, Trend.CONSTANT, 2).pValue() < 0.05 ? 1 : 0;
            stationary += Kpss.of(walk, Trend.CONSTANT, 8).pValue() <= 0.05 ? 1 : 0;
        }
        // 400 at 5 % are 20 with a deviation of 4.4
        assertThat(walks).as("seed 41").isBetween(7, 36);
        assertThat(back).isGreaterThan(390);
        assertThat(stationary).isGreaterThan(330);
    }

    @Test
    void thePValueAtACriticalValueIsItsLevel() {
        double[] levels = {0.01, 0.05, 0.1};
        for (Trend trend : Trend.values()) {
            for (int series = 1; series <= (trend == Trend.NONE ? 1 : 6); series++) {
                double[] critical = MacKinnon.critical(trend, series, 1_000_000);
                for (int level = 0; level < 3; level++) {
                    // The two papers agree to about three thousandths.
                    assertThat(MacKinnon.pValue(critical[level], trend, series)).as(trend + " " + series).isCloseTo(levels[level], within(0.0035));
                }
            }
        }
        assertThat(MacKinnon.critical(Trend.NONE, 2, 100)).containsOnly(Double.NaN);
    }

    @Test
    void fullersTableIsNearMacKinnons() {
        for (Trend trend : new Trend[] {Trend.NONE, Trend.CONSTANT, Trend.LINEAR}) {
            for (int size : new int[] {25, 60, 100, 300, 500, 5_000}) {
                assertThat(Fuller.critical(trend, size)).as(trend + " " + size).containsExactly(MacKinnon.critical(trend, 1, size), within(0.05));
            }
        }
    }

    @Test
    void lagsAreChosenByWhatIsThere() {
        SplittableRandom random = new SplittableRandom(42);
        double[] series = new double[600];
        for (int at = 4; at < 600; at++) {
            double before = series[at - 1] - series[at - 2];
            double third = series[at - 3] - series[at - 4];
            series[at] = 0.9 * series[at - 1] + 0.3 * before + 0.4 * third + random.nextGaussian();
        }
        for (DickeyFuller.Criterion criterion : DickeyFuller.Criterion.values()) {
            assertThat(DickeyFuller.of(series, Trend.CONSTANT, criterion, 12).lags()).as("seed 42, " + criterion).isBetween(3, 12);
        }
        assertThat(DickeyFuller.of(series, Trend.CONSTANT, DickeyFuller.Criterion.BIC, 12).lags()).isEqualTo(3);
    }

    @Test
    void seriesWithOneCommonWalkHaveOneCombinationLess() {
        SplittableRandom random = new SplittableRandom(43);
        double[] common = walk(random, 500, 1);
        double[][] series = new double[3][500];
        for (int at = 0; at < 500; at++) {
            series[0][at] = common[at] + random.nextGaussian();
            series[1][at] = 2 * common[at] + random.nextGaussian();
            series[2][at] = -common[at] + random.nextGaussian();
        }
        Johansen found = Johansen.of(series, 0, 1);
        assertThat(found.trace()[0]).as("seed 43").isGreaterThan(found.traceCritical(0)[2]);
        assertThat(found.trace()[1]).isGreaterThan(found.traceCritical(1)[2]);
        assertThat(found.trace()[2]).isLessThan(found.traceCritical(2)[2]);
        EngleGranger pair = EngleGranger.of(series[1], new double[][] {series[0]}, Trend.CONSTANT, 1);
        assertThat(pair.pValue()).isLessThan(0.01);
        assertThat(pair.hedge()[0]).isCloseTo(2, within(0.1));
    }

    @Test
    void theHalfLifeIsThatOfTheProcess() {
        double[] spread = walk(new SplittableRandom(44), 50_000, 0.9);
        assertThat(HalfLife.of(spread).exact()).as("seed 44").isCloseTo(Math.log(0.5) / Math.log(0.9), within(0.4));
    }

    @Test
    void aRandomWalkHasARatioOfOneAndAnExponentOfOneHalf() {
        SplittableRandom random = new SplittableRandom(45);
        double[] walk = walk(random, 20_000, 1);
        assertThat(VarianceRatio.of(walk, 8).ratio()).as("seed 45").isCloseTo(1, within(0.06));
        assertThat(Hurst.exponent(walk, 2, 20)).isCloseTo(0.5, within(0.03));
        assertThat(VarianceRatio.of(walk(random, 5_000, 0.5), 8).robust()).isLessThan(-10);
    }

    @Test
    void withoutDriftTheFilterComesToTheRegression() {
        SplittableRandom random = new SplittableRandom(46);
        double[] other = random.doubles(3_000, 10, 20).toArray();
        double[] one = Arrays.stream(other).map(x -> 1.5 * x + 3 + 0.5 * random.nextGaussian()).toArray();
        EngleGranger regression = EngleGranger.of(one, new double[][] {other}, Trend.CONSTANT, 0);
        KalmanHedge filter = KalmanHedge.of(one, other, 0, 0.25);
        assertThat(filter.slope()[2_999]).as("seed 46").isCloseTo(regression.hedge()[0], within(1e-5));
        assertThat(filter.constant()[2_999]).isCloseTo(regression.trend()[0], within(1e-4));
    }

    @Test
    void aFilterThatMayDriftFollowsAHedgeThatChanges() {
        SplittableRandom random = new SplittableRandom(47);
        double[] other = random.doubles(2_000, 10, 20).toArray();
        double[] one = new double[2_000];
        Arrays.setAll(one, at -> (at < 1_000 ? 1 : 2) * other[at] + 0.1 * random.nextGaussian());
        double[] slope = KalmanHedge.of(one, other, 1e-4, 0.01).slope();
        assertThat(slope[999]).as("seed 47").isCloseTo(1, within(0.1));
        assertThat(slope[1_999]).isCloseTo(2, within(0.1));
    }

    @Test
    void aWindowSeesNothingAfterIt() {
        SplittableRandom random = new SplittableRandom(48);
        double[] one = walk(random, 300, 1);
        double[] other = walk(random, 300, 1);
        RollingPair whole = RollingPair.of(one, other, 40);
        RollingPair cut = RollingPair.of(Arrays.copyOf(one, 200), Arrays.copyOf(other, 200), 40);
        assertThat(Arrays.copyOf(whole.score(), 200)).as("seed 48").containsExactly(cut.score());
        assertThat(Arrays.copyOf(whole.positions(2), 200)).containsExactly(cut.positions(2));
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThatThrownBy(() -> DickeyFuller.of(new double[5], Trend.CONSTANT, 4)).hasMessageStartingWith("4 lags of 5 observations");
        assertThatThrownBy(() -> DickeyFuller.of(new double[50], Trend.CONSTANT, 1)).hasMessage("column 1 is made of the columns before it");
        assertThatThrownBy(() -> Kpss.of(new double[50], Trend.NONE, 1)).hasMessage("trend is NONE, must be CONSTANT or LINEAR");
        assertThatThrownBy(() -> VarianceRatio.of(new double[5], 4)).hasMessageStartingWith("4 periods of 4 changes");
        assertThatThrownBy(() -> Trend.of("cttt")).hasMessage("trend is 'cttt', must be n, c, ct or ctt");
    }

    /** Each step keeps a share of the level before; 1 is a random walk. */
    private static double[] walk(SplittableRandom random, int size, double kept) {
        double[] walk = new double[size];
        for (int at = 1; at < size; at++) {
            walk[at] = kept * walk[at - 1] + random.nextGaussian();
        }
        return walk;
    }
}
