package entrepot.trading.tearsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.backtest.Drawdown;
import entrepot.trading.backtest.Performance;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sheet by hand, and against a slow twin over many made-up accounts; every message has the seed. */
class TearSheetTest {

    private static final int ROUNDS = 60;
    private static final double NEAR = 1e-12;

    @Test
    void aTableOfMonthsByHand() {
        List<Months.Year> years = Months.of(Curved.of(100, "2020-01-30", 105, "2020-01-31", 110, "2020-02-28", 99, "2020-04-30", 108.9, "2022-03-01", 217.8));
        assertThat(years).extracting(Months.Year::year).containsExactly(2020, 2021, 2022);
        double nan = Double.NaN;
        assertThat(years.get(0).months()).containsExactly(new double[] {0.1, -0.1, nan, 0.1, nan, nan, nan, nan, nan, nan, nan, nan}, within(NEAR));
        assertThat(years.get(0).total()).isCloseTo(0.089, within(NEAR));
        assertThat(years.get(1).months()).containsOnly(nan);
        assertThat(years.get(1).total()).isZero();
        assertThat(years.get(2).months()[2]).isCloseTo(1, within(NEAR));
    }

    @Test
    void monthsAreThoseOfTheTwinAndMultiplyToTheYearsAndTheseToTheWhole() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            AccountCurve curve = Curved.random(seed);
            double whole = 1;
            for (Months.Year year : Months.of(curve)) {
                double product = 1;
                for (int month = 0; month < 12; month++) {
                    double found = year.months()[month];
                    assertThat(found).as("seed %d, %d-%d", seed, year.year(), month + 1)
                            .isCloseTo(NaiveSheet.month(curve, YearMonth.of(year.year(), month + 1)), within(NEAR));
                    product *= Double.isNaN(found) ? 1 : 1 + found;
                }
                assertThat(year.total()).as("seed " + seed).isCloseTo(product - 1, within(NEAR)).isCloseTo(NaiveSheet.year(curve, year.year()), within(NEAR));
                whole *= 1 + year.total();
            }
            assertThat(whole * curve.start()).as("seed " + seed).isCloseTo(curve.worth()[curve.size() - 1], within(1e-7));
        }
    }

    @Test
    void yearsAreThoseOfThePerformance() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            AccountCurve curve = Curved.random(seed);
            var years = Performance.byYear(curve.times(), curve.start(), curve.worth());
            var others = Performance.byYear(curve.times(), curve.start(), curve.benchmark());
            for (Months.Year year : Months.of(curve)) {
                assertThat(year.total()).as("seed " + seed).isCloseTo(years.getOrDefault(year.year(), 0.0), within(NEAR));
                assertThat(year.benchmark()).as("seed " + seed).isCloseTo(others.getOrDefault(year.year(), 0.0), within(NEAR));
            }
        }
    }

    @Test
    void returnsBeginWithTheMoneyAtTheStartAndEndWhereItIsGone() {
        AccountCurve curve = Curved.of(100, "2020-01-01", 90, "2020-01-02", 99, "2020-01-03", -1, "2020-02-01", 5);
        assertThat(curve.returns()).containsExactly(new double[] {-0.1, 0.1, -100 / 99.0, Double.NaN}, within(NEAR));
        assertThat(Months.of(curve).get(0).months()[1]).as("nothing was left").isNaN();
    }

    /** Mean of 1 %, 3 % and 2 % is 2 %, their deviation 1 %: a ratio of 2 a bar, and 4 with four bars a year. */
    @Test
    void longWindowsThatAreMovedOnAreThoseThatAreSummedAnew() {
        SplittableRandom random = new SplittableRandom(28);
        double[] worth = new double[60_000];
        worth[0] = 10_000;
        for (int bar = 1; bar < worth.length; bar++) {
            worth[bar] = worth[bar - 1] * (1 + 0.0002 * (random.nextDouble() - 0.49) * (bar / 9_000 % 3));
        }
        Rolling moved = Rolling.of(worth, 4_000, 100_000);
        double[] returns = Performance.returns(worth);
        for (int bar = 0; bar < worth.length; bar += bar < 4_005 ? 1 : 997) {
            if (bar < 4_000) {
                assertThat(moved.sharpe()[bar]).isNaN();
                continue;
            }
            double[] seen = Arrays.copyOfRange(returns, bar - 4_000, bar);
            double mean = Arrays.stream(seen).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(seen).map(one -> (one - mean) * (one - mean)).sum() / 3_999);
            assertThat(moved.volatility()[bar]).as("seed 28, bar " + bar).isCloseTo(deviation * Math.sqrt(100_000), within(1e-9));
            if (deviation > 1e-9) {
                assertThat(moved.sharpe()[bar]).as("seed 28, bar " + bar).isCloseTo(mean / deviation * Math.sqrt(100_000), within(1e-6));
            }
        }
    }

    @Test
    void aLongWindowInWhichNothingMovesHasNoRatio() {
        for (int seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] worth = new double[12_000];
            worth[0] = 10_000;
            for (int bar = 1; bar < worth.length; bar++) {
                worth[bar] = bar < 5_000 ? worth[bar - 1] * (1 + 0.01 * (random.nextDouble() - 0.49)) : worth[bar - 1];
            }
            Rolling moved = Rolling.of(worth, 3_000, 100_000);
            assertThat(Arrays.stream(moved.sharpe()).skip(8_000)).as("seed " + seed).containsOnly(Double.NaN);
            assertThat(Arrays.stream(moved.volatility()).skip(8_000)).as("seed " + seed).containsOnly(0.0);
        }
    }

    @Test
    void aRollingRatioByHand() {
        Rolling found = Rolling.of(new double[] {100, 101, 104.03, 106.1106}, 3, 4);
        assertThat(found.sharpe()[3]).isCloseTo(4, within(1e-9));
        assertThat(found.volatility()[3]).isCloseTo(0.02, within(NEAR));
        assertThat(Arrays.copyOf(found.sharpe(), 3)).containsOnly(Double.NaN);
    }

    @Test
    void rollingFiguresAreThoseOfTheTwin() {
        for (long seed = 0; seed < 20; seed++) {
            AccountCurve curve = Curved.random(seed);
            int window = 2 + (int) (seed % 50);
            Rolling found = Rolling.of(curve.worth(), window, 252);
            for (int bar = 0; bar < curve.size(); bar += 13) {
                if (bar < window) {
                    assertThat(found.volatility()[bar]).as("seed " + seed).isNaN();
                } else if (found.volatility()[bar] > 0) {
                    double[] twin = NaiveSheet.rolling(curve.worth(), window, bar, 252);
                    assertThat(found.sharpe()[bar]).as("seed %d, bar %d", seed, bar).isCloseTo(twin[0], within(1e-8));
                    assertThat(found.volatility()[bar]).as("seed %d, bar %d", seed, bar).isCloseTo(twin[1], within(1e-10));
                }
            }
        }
    }

    @Test
    void overTheWholeTimeTheyAreThePerformance() {
        AccountCurve curve = Curved.random(3);
        Performance whole = Performance.of(curve.times(), curve.start(), curve.worth(), new int[curve.size()], new double[0], 0);
        Rolling found = Rolling.of(curve.worth(), curve.size() - 1, whole.barsPerYear());
        assertThat(found.lastSharpe()).isCloseTo(whole.sharpe(), within(1e-9));
        assertThat(found.lastVolatility()).isCloseTo(whole.volatility(), within(NEAR));
    }

    @Test
    void anAccountThatRestsHasNoRatio() {
        Rolling found = Rolling.of(new double[] {100, 100, 100, 100}, 2, 252);
        assertThat(found.lastSharpe()).isNaN();
        assertThat(found.lastVolatility()).isZero();
    }

    @Test
    void halfAYearIsHalfOfTheBarsOfAYearAndNeverFewerThanFive() {
        assertThat(Rolling.halfYear(new double[10], 252.3).window()).isEqualTo(126);
        assertThat(Rolling.halfYear(new double[10], 4).window()).isEqualTo(5);
    }

    @Test
    void declinesByHand() {
        List<Decline> found = Decline.deepest(100, new double[] {95, 100, 120, 90, 96, 120, 119, 130, 117}, 5);
        assertThat(found).containsExactly(new Decline(2, 3, 5, 0.25), new Decline(7, 8, -1, 1 - 117 / 130.0), new Decline(-1, 0, 1, 1 - 95 / 100.0),
                new Decline(5, 6, 7, 1 - 119 / 120.0));
        assertThat(Decline.deepest(100, new double[] {100, 101}, 5)).isEmpty();
    }

    @Test
    void declinesAreThoseOfTheTwinAndTheDeepestIsTheLargestDrawdown() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            AccountCurve curve = Curved.random(seed);
            List<Decline> twin = NaiveSheet.declines(curve.start(), curve.worth()).stream().sorted(Comparator.comparingDouble(Decline::depth).reversed()).toList();
            assertThat(Decline.deepest(curve.start(), curve.worth(), Integer.MAX_VALUE)).as("seed " + seed).isEqualTo(twin);
            double deepest = twin.isEmpty() ? 0 : twin.get(0).depth();
            assertThat(deepest).as("seed " + seed).isCloseTo(Drawdown.largest(curve.start(), curve.worth()), within(NEAR));
        }
    }

    @Test
    void tradesByHand() {
        assertThat(TradeSummary.of(new double[] {30, -10, 0, 20})).isEqualTo(new TradeSummary(4, 0.5, 10, 30, -10));
        assertThat(TradeSummary.of(new double[0])).isEqualTo(new TradeSummary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    void aThinnedLineKeepsItsEndsAndExtremesAndItsGaps() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            double[] values = Curved.random(seed).worth();
            int gap = (int) (seed % values.length);
            values[gap] = Double.NaN;
            int[] kept = Thinning.keep(values, 50);
            assertThat(kept.length).as("seed " + seed).isLessThanOrEqualTo(5 * 50);
            assertThat(kept).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(values.length - 1);
            assertThat(max(values, kept)).as("seed " + seed).isEqualTo(max(values, IntStream.range(0, values.length).toArray()));
            assertThat(-max(negative(values), kept)).as("seed " + seed).isEqualTo(-max(negative(values), IntStream.range(0, values.length).toArray()));
            assertThat(kept).as("seed " + seed).contains(gap);
        }
        assertThat(Thinning.keep(new double[] {1, 2, 3}, 3)).containsExactly(0, 1, 2);
    }

    private static double max(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(at -> values[at]).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    @Test
    void aCurveThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new AccountCurve(new long[] {1, 2}, 100, new double[2], new double[1], new double[2]))
                .hasMessage("2 times, 2, 1 and 2 values, start 100.0: must be as many of each, 2 or more, and start above 0");
        assertThatThrownBy(() -> new AccountCurve(new long[] {1, 2}, 0, new double[2], new double[2], new double[2])).hasMessageContaining("start 0.0");
    }
}
