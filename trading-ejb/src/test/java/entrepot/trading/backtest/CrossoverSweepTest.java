package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.Walk;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.Trials;
import entrepot.trading.indicator.StretchSums;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossoverSweepTest {

    private static final int[] FASTS = {1, 3, 7, 20};
    private static final int[] SLOWS = {2, 7, 15, 60};

    @Test
    void everyPairIsWhatTheBacktestOfItFinds() {
        for (long seed = 1; seed <= 20; seed++) {
            Bars bars = seed % 2 == 0 ? Walk.coarse(seed, 800) : Walk.gapped(seed, 800);
            for (Reading reading : Reading.values()) {
                for (FeeBasis basis : FeeBasis.values()) {
                    Costs costs = new Costs(0.001, basis, 0, 0, 0.0003);
                    SweepColumns found = new CrossoverSweep(bars, reading, costs, true).grid(FASTS, SLOWS);
                    for (int row = 0; row < found.rows(); row++) {
                        check(bars, reading, costs, found, row, seed);
                    }
                }
            }
        }
    }

    private static void check(Bars bars, Reading reading, Costs costs, SweepColumns found, int row, long seed) {
        Crossover crossover = Crossover.simple(found.fast()[row], found.slow()[row]).with(reading);
        Performance one = new Backtest(bars, crossover, Terms.allIn(1, costs)).run().performance();
        String what = crossover.words() + ", seed " + seed;
        assertThat(found.trades()[row]).as(what).isEqualTo(one.closedTrades());
        assertThat(found.netReturn()[row]).as(what).isCloseTo(one.totalReturn(), within(1e-11 * (1 + Math.abs(one.totalReturn()))));
        assertThat(found.maxDrawdown()[row]).as(what).isCloseTo(one.maxDrawdown(), within(1e-12));
        double sharpe = one.sharpe() / Math.sqrt(one.barsPerYear());
        if (Double.isNaN(sharpe)) {
            assertThat(found.sharpe()[row]).as(what).isNaN();
        } else {
            assertThat(found.sharpe()[row]).as(what).isCloseTo(sharpe, within(1e-10));
        }
    }

    @Test
    void pairsSideBySideThroughManyStretchesAreAsEachAlone() {
        int longest = 0;
        for (long seed = 1; seed <= 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = StretchSums.LENGTH * random.nextInt(2, 6) + random.nextInt(-1, 2);
            Bars bars = seed % 3 == 0 ? Walk.coarse(seed, size) : Walk.gapped(seed, size);
            int base = seed % 4 == 0 ? 0 : random.nextInt(size - 2);
            int[] fasts = random.ints(8, 1, 300).toArray();
            int[] slows = random.ints(8, 301, size + 100).toArray();
            int[] fast = IntStream.range(0, 64).map(row -> row < 60 ? fasts[random.nextInt(8)] : random.nextInt(1, 100)).toArray();
            int[] slow = IntStream.range(0, 64).map(row -> row < 60 ? slows[random.nextInt(8)] : random.nextInt(101, size)).toArray();
            for (Reading reading : Reading.values()) {
                SweepColumns found = new CrossoverSweep(bars, reading, Costs.NONE, true, base).pairs(fast, slow);
                for (int row = 0; row < found.rows(); row++) {
                    longest = Math.max(longest, same(bars, reading, base, found, row, "seed " + seed));
                }
            }
        }
        assertThat(longest).as("bars that a pair was held at most").isGreaterThan(2 * StretchSums.LENGTH);
    }

    /** @return the most bars that it was held */
    private static int same(Bars bars, Reading reading, int base, SweepColumns found, int row, String seed) {
        Crossover crossover = Crossover.simple(found.fast()[row], found.slow()[row]).with(reading);
        int[] targets = crossover.on(bars).targets();
        Tally tally = new Tally(new SeriesColumns(bars, true), base);
        int last = targets.length - 1;
        int longest = 0;
        for (int in = 1; in <= last; in++) {
            if (targets[in - 1] == 1) {
                int out = in;
                while (out <= last && targets[out - 1] == 1) {
                    out++;
                }
                if (out <= last) {
                    tally.trade(in, 1, out, 1);
                } else {
                    tally.keep(in, 1);
                }
                longest = Math.max(longest, out - in);
                in = out;
            }
        }
        SweepColumns alone = SweepColumns.of(1);
        tally.into(alone, 0);
        String what = crossover.words() + ", row " + row + ", " + bars.size() + " bars from " + base + ", " + seed;
        assertThat(figures(found, row)).as(what).isEqualTo(figures(alone, 0));
        return longest;
    }

    private static List<Number> figures(SweepColumns columns, int row) {
        return List.of(columns.trades()[row], columns.netReturn()[row], columns.sharpe()[row], columns.maxDrawdown()[row]);
    }

    @Test
    void moreThanABlockOfPairsAreInTheirOrder() {
        Bars bars = Walk.gapped(7, 300);
        int[] fasts = IntStream.rangeClosed(1, 50).toArray();
        SweepColumns found = new CrossoverSweep(bars, Reading.LEVEL, Costs.NONE, true).grid(fasts, IntStream.rangeClosed(51, 100).toArray());
        assertThat(found.rows()).isEqualTo(2500);
        for (int row = 0; row < found.rows(); row++) {
            assertThat(found.fast()[row]).isEqualTo(1 + row / 50);
            assertThat(found.slow()[row]).isEqualTo(51 + row % 50);
            same(bars, Reading.LEVEL, 0, found, row, "seed 7");
        }
    }

    @Test
    void onlyPairsWithALongerSlowPeriodAreThere() {
        SweepColumns found = new CrossoverSweep(Walk.gapped(1, 100), Reading.CROSS, Costs.NONE, false).grid(FASTS, SLOWS);
        assertThat(found.rows()).isEqualTo(10);
        assertThat(found.maxDrawdown()).containsOnly(0);
    }

    @Test
    void aSweepCountsAsAllItsCells() {
        SweepColumns found = new CrossoverSweep(Walk.gapped(1, 40), Reading.CROSS, Costs.NONE, false).grid(FASTS, SLOWS);
        double[] moved = Arrays.stream(found.sharpe()).filter(one -> !Double.isNaN(one)).toArray();
        assertThat(moved).hasSizeBetween(2, 6);
        Trials trials = Trials.of(List.of(found.trial()));
        assertThat(trials.count()).isEqualTo(10);
        assertThat(trials.effective()).isEqualTo(10);
        double deviation = Moments.of(moved).deviation();
        assertThat(found.trial().variance()).isCloseTo(deviation * deviation, within(1e-15));
        assertThat(new CrossoverSweep(Walk.of(5, 5, 5, 5), Reading.CROSS, Costs.NONE, false).grid(FASTS, SLOWS).trial().sharpe()).isNaN();
    }

    @Test
    void periodsThatMakeNoCrossoverAreRefused() {
        assertThatThrownBy(() -> new CrossoverSweep(Walk.gapped(1, 9), Reading.CROSS, Costs.NONE, false).pairs(new int[] {-3}, new int[] {5}))
                .hasMessageStartingWith("fast is -3 and slow is 5");
    }

    @Test
    void feesOfFixedMoneyAreRefused() {
        assertThatThrownBy(() -> new CrossoverSweep(Walk.gapped(1, 9), Reading.CROSS, new Costs(0, FeeBasis.VALUE, 0, 1, 0), false))
                .hasMessageStartingWith("a sweep knows rates only");
    }

    @Test
    void pricesOfZeroOrLessAreRefused() {
        assertThatThrownBy(() -> new CrossoverSweep(Walk.of(1, 2, -36.98, 9), Reading.CROSS, Costs.NONE, false))
                .hasMessage("the price of bar 2 is -36.98, a sweep needs prices above 0");
    }
}
