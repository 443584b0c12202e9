package entrepot.trading.backtest;

import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Reading;

/**
 * Crossovers of simple means, long or nothing, all money in, for a whole grid of periods. It jumps from fill to fill and takes
 * what lies between from running sums, so it needs the memory of the series and of one row a pair.
 */
public final class CrossoverSweep {

    private final SeriesColumns series;
    private final Reading reading;
    private final double entry;
    private final double exit;
    private final int base;

    /** Of all bars, as {@link #CrossoverSweep(Bars, Reading, Costs, boolean, int)} from the first. */
    public CrossoverSweep(Bars bars, Reading reading, Costs costs, boolean drawdown) {
        this(bars, reading, costs, drawdown, 0);
    }

    /**
     * @param costs    a rate and slippage; fees of fixed money depend on the size of the account and are refused
     * @param drawdown whether the largest drawdown is wanted, which takes four more numbers a bar
     * @param base     bar from whose close on everything is counted; what came before only warms the means up and may be held then
     */
    public CrossoverSweep(Bars bars, Reading reading, Costs costs, boolean drawdown, int base) {
        if (costs.perUnit() != 0 || costs.perOrder() != 0) {
            throw new IllegalArgumentException("a sweep knows rates only, not " + costs.words());
        }
        this.series = new SeriesColumns(bars, drawdown);
        this.reading = reading;
        double kept = costs.basis() == FeeBasis.VALUE ? 1 / (1 + costs.feeRate()) : 1 - costs.feeRate();
        this.entry = kept / (1 + costs.slippage());
        this.exit = (1 - costs.feeRate()) * (1 - costs.slippage());
        this.base = base;
    }

    /** Pairs as they stand beside each other, each fast period below its slow one. */
    public SweepColumns pairs(int[] fasts, int[] slows) {
        SweepColumns columns = SweepColumns.of(fasts.length);
        for (int row = 0; row < fasts.length; row++) {
            pair(fasts[row], slows[row], columns, row);
        }
        return columns;
    }

    /** Each fast period with each longer slow one. */
    public SweepColumns grid(int[] fasts, int[] slows) {
        int rows = 0;
        for (int fast : fasts) {
            for (int slow : slows) {
                rows += fast < slow ? 1 : 0;
            }
        }
        SweepColumns columns = SweepColumns.of(rows);
        int row = 0;
        for (int fast : fasts) {
            for (int slow : slows) {
                if (fast < slow) {
                    pair(fast, slow, columns, row++);
                }
            }
        }
        return columns;
    }

    private void pair(int fast, int slow, SweepColumns columns, int row) {
        Tally tally = new Tally(series, base);
        Decisions decisions = Crossover.simple(fast, slow).with(reading).on(series.sums);
        int last = series.length() - 1;
        int decided = decisions.next(-1, 0);
        while (decided < last) {
            int in = decided + 1;
            decided = decisions.next(decided, 1);
            if (decided >= last) {
                tally.keep(in, entry);
                break;
            }
            tally.trade(in, entry, decided + 1, exit);
            decided = decisions.next(decided, 0);
        }
        columns.fast()[row] = fast;
        columns.slow()[row] = slow;
        tally.into(columns, row);
    }
}
