package entrepot.trading.backtest.server;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** A stretch of columns as it is stored: all times, then each column, eight bytes a value. */
public record ColumnPart(long[] times, double[][] columns) {

    /** Bars of a part; the last may have fewer. */
    public static final int SIZE = 4096;

    public static int parts(int size) {
        return (size + SIZE - 1) / SIZE;
    }

    public static byte[] write(int part, long[] times, double[]... columns) {
        int from = part * SIZE;
        int to = Math.min(times.length, from + SIZE);
        ByteBuffer bytes = ByteBuffer.allocate((1 + columns.length) * (to - from) * Double.BYTES);
        for (int at = from; at < to; at++) {
            bytes.putLong(times[at]);
        }
        for (double[] column : columns) {
            for (int at = from; at < to; at++) {
                bytes.putDouble(column[at]);
            }
        }
        return bytes.array();
    }

    /** @param count of the columns beside the times */
    public static ColumnPart read(byte[] part, int count) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        int size = part.length / ((1 + count) * Double.BYTES);
        long[] times = IntStream.range(0, size).mapToLong(at -> bytes.getLong()).toArray();
        double[][] columns = new double[count][];
        for (int column = 0; column < count; column++) {
            columns[column] = IntStream.range(0, size).mapToDouble(at -> bytes.getDouble()).toArray();
        }
        return new ColumnPart(times, columns);
    }
}
