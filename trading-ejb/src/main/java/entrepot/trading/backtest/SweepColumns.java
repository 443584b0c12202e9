package entrepot.trading.backtest;

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
}
