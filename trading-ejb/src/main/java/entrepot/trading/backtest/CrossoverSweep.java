package entrepot.trading.backtest;

import entrepot.trading.indicator.StretchSums;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import java.util.Arrays;

/**
 * Crossovers of simple means, long or nothing, all money in, for a whole grid of periods. It jumps from fill to fill and takes
 * what lies between from running sums, so it needs the memory of the series and of one row a pair, and some megabytes.
 */
public final class CrossoverSweep {

    /** Pairs that go side by side: the sums of a stretch for as many, were each period in three of them, take 6 MB. */
    private static final int BLOCK = 1024;

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
        System.arraycopy(fasts, 0, columns.fast(), 0, fasts.length);
        System.arraycopy(slows, 0, columns.slow(), 0, slows.length);
        return filled(columns);
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
                    columns.fast()[row] = fast;
                    columns.slow()[row++] = slow;
                }
            }
        }
        return filled(columns);
    }

    private SweepColumns filled(SweepColumns columns) {
        for (int row = 0; row < columns.rows(); row += BLOCK) {
            block(columns, row, Math.min(row + BLOCK, columns.rows()));
        }
        return columns;
    }

    /** Side by side through one stretch after the other. */
    private void block(SweepColumns columns, int first, int end) {
        Crossover[] pairs = new Crossover[end - first];
        Arrays.setAll(pairs, at -> Crossover.simple(columns.fast()[first + at], columns.slow()[first + at]).with(reading));
        StretchSums sums = new StretchSums(series.sums, Arrays.copyOfRange(columns.fast(), first, end), Arrays.copyOfRange(columns.slow(), first, end));
        CrossoverRun[] runs = new CrossoverRun[pairs.length];
        Arrays.setAll(runs, at -> new CrossoverRun(pairs[at].on(sums), new Tally(series, base)));
        while (sums.next()) {
            for (CrossoverRun run : runs) {
                run.goOn(series.length() - 1, entry, exit);
            }
        }
        for (int at = 0; at < runs.length; at++) {
            runs[at].into(columns, first + at, entry);
        }
    }
}
