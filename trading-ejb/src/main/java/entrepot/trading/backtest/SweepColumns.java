package entrepot.trading.backtest;

import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.Trial;
import java.util.Arrays;

/**
 * What a sweep found, a row for each pair of periods.
 *
 * @param trades      closed ones
 * @param sharpe      of the returns of bars, not brought to a year; not a number where nothing moved
 * @param maxDrawdown by the closes of bars; zeros where it was not asked for
 */
public record SweepColumns(int[] fast, int[] slow, double[] netReturn, int[] trades, double[] sharpe, double[] maxDrawdown) {

    static SweepColumns of(int rows) {
        return new SweepColumns(new int[rows], new int[rows], new double[rows], new int[rows], new double[rows], new double[rows]);
    }

    public int rows() {
        return fast.length;
    }

    /** What it counts as in the log of trials: all its cells, with the spread of those that moved. */
    public Trial trial() {
        Moments moved = Moments.of(Arrays.stream(sharpe).filter(one -> !Double.isNaN(one)).toArray());
        double variance = moved.count() > 1 ? moved.deviation() * moved.deviation() : 0;
        return new Trial(rows(), moved.count() > 0 ? moved.mean() : Double.NaN, variance, 0, null);
    }
}
