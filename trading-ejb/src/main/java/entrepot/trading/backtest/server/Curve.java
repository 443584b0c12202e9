package entrepot.trading.backtest.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.market.Bars;
import java.util.Arrays;

/**
 * Bars with what the account was worth at their closes, by columns.
 *
 * @param equity of the strategy
 * @param hold   of buying and holding
 * @param held   1, 0 or -1
 */
public record Curve(long[] times, double[] open, double[] high, double[] low, double[] close, double[] equity, double[] hold,
        double[] held) {

    public static final int PART = ColumnPart.SIZE;

    static Curve of(BacktestResult strategy, BacktestResult hold) {
        Bars bars = strategy.bars();
        return new Curve(bars.times(), bars.opens(), bars.highs(), bars.lows(), bars.closes(), strategy.equity(), hold.equity(),
                Arrays.stream(strategy.held()).asDoubleStream().toArray());
    }

    public int size() {
        return times.length;
    }

    int parts() {
        return ColumnPart.parts(size());
    }

    byte[] part(int part) {
        return ColumnPart.write(part, times, open, high, low, close, equity, hold, held);
    }

    static Curve read(byte[] part) {
        ColumnPart read = ColumnPart.read(part, 7);
        double[][] columns = read.columns();
        return new Curve(read.times(), columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
    }
}
