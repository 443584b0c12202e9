package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.market.Bars;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Bars with what the account was worth at their closes, by columns.
 *
 * @param equity of the strategy
 * @param hold   of buying and holding
 * @param held   1, 0 or -1
 */
public record Curve(long[] times, double[] open, double[] high, double[] low, double[] close, double[] equity, double[] hold,
        double[] held) {

    public static final int PART = 4096;
    private static final int COLUMNS = 8;

    static Curve of(BacktestResult strategy, BacktestResult hold) {
        Bars bars = strategy.bars();
        return new Curve(bars.times(), bars.opens(), bars.highs(), bars.lows(), bars.closes(), strategy.equity(), hold.equity(),
                Arrays.stream(strategy.held()).asDoubleStream().toArray());
    }

    public int size() {
        return times.length;
    }

    int parts() {
        return (size() + PART - 1) / PART;
    }

    byte[] part(int part) {
        int from = part * PART;
        int to = Math.min(size(), from + PART);
        ByteBuffer bytes = ByteBuffer.allocate(COLUMNS * (to - from) * Double.BYTES);
        for (int at = from; at < to; at++) {
            bytes.putLong(times[at]);
        }
        for (double[] column : columns()) {
            for (int at = from; at < to; at++) {
                bytes.putDouble(column[at]);
            }
        }
        return bytes.array();
    }

    static Curve read(byte[] part) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        int size = part.length / (COLUMNS * Double.BYTES);
        long[] times = IntStream.range(0, size).mapToLong(at -> bytes.getLong()).toArray();
        double[][] columns = new double[COLUMNS - 1][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = IntStream.range(0, size).mapToDouble(at -> bytes.getDouble()).toArray();
        }
        return new Curve(times, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
    }

    private double[][] columns() {
        return new double[][] {open, high, low, close, equity, hold, held};
    }
}
