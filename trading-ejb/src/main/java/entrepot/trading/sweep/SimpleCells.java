package entrepot.trading.sweep;

import entrepot.trading.backtest.CrossoverSweep;
import entrepot.trading.backtest.SweepColumns;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Side;
import java.util.Arrays;

/** Cells that {@link CrossoverSweep} can reckon, which is a hundred times as fast as bar by bar. */
record SimpleCells(CrossoverSweep inSample, CrossoverSweep outOfSample) {

    /** Null where it cannot: exponential means, shorts, sizes, limits and stops, fees of fixed money, prices that are not above 0. */
    static SimpleCells of(Sweep sweep, SweepBars bars) {
        Crossover cross = sweep.base().crossover();
        boolean can = cross != null && sweep.axes().size() == 2 && sweep.base().sized() == cross && sweep.base().orders().equals(OrderPlan.MARKET)
                && cross.mean() == Mean.SIMPLE && cross.side() == Side.LONG_ONLY && sweep.base().perOrder() == 0 && positive(bars.inSample()) && positive(bars.whole());
        return can ? new SimpleCells(
                new CrossoverSweep(bars.inSample(), cross.reading(), sweep.base().terms().costs(), true),
                new CrossoverSweep(bars.whole(), cross.reading(), sweep.base().terms().costs(), true, bars.inSample().size() - 1)) : null;
    }

    private static boolean positive(Bars bars) {
        return Arrays.stream(bars.opens()).allMatch(price -> price > 0) && Arrays.stream(bars.closes()).allMatch(price -> price > 0);
    }

    /** @param rows of the chunk, one for each place */
    void fill(long[] places, int[] rows, Space space, Chunk chunk) {
        int[] fasts = Arrays.stream(places).mapToInt(place -> (int) space.value(place, 0)).toArray();
        int[] slows = Arrays.stream(places).mapToInt(place -> (int) space.value(place, 1)).toArray();
        set(inSample.pairs(fasts, slows), rows, chunk.inSample());
        set(outOfSample.pairs(fasts, slows), rows, chunk.outOfSample());
    }

    private static void set(SweepColumns found, int[] rows, Columns columns) {
        for (int at = 0; at < rows.length; at++) {
            columns.netReturn()[rows[at]] = found.netReturn()[at];
            columns.trades()[rows[at]] = found.trades()[at];
            columns.sharpe()[rows[at]] = found.sharpe()[at];
            columns.maxDrawdown()[rows[at]] = found.maxDrawdown()[at];
        }
    }
}
