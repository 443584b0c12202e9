package entrepot.platform.sql;

import java.nio.ByteBuffer;

/** A stretch of columns as it is stored: all times, then each column, eight bytes a value, big end first. */
public record ColumnPart(long[] times, double[][] columns) {

    /** Rows of a part; the last may have fewer. */
    public static final int SIZE = 4096;

    public static int parts(int size) {
        return (size + SIZE - 1) / SIZE;
    }

    public static byte[] write(int part, long[] times, double[]... columns) {
        int from = part * SIZE;
        int size = Math.min(times.length, from + SIZE) - from;
        byte[] bytes = new byte[(1 + columns.length) * size * Double.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().put(times, from, size);
        for (int column = 0; column < columns.length; column++) {
            ByteBuffer.wrap(bytes).position((1 + column) * size * Double.BYTES).slice().asDoubleBuffer().put(columns[column], from, size);
        }
        return bytes;
    }

    /** @param count of the columns beside the times */
    public static ColumnPart read(byte[] part, int count) {
        int size = size(part, count);
        ColumnPart read = new ColumnPart(new long[size], new double[count][size]);
        read(part, read.times, 0, read.columns);
        return read;
    }

    /** Puts its rows into longer columns. @param at where the first goes; @return how many there are */
    public static int read(byte[] part, long[] times, int at, double[]... columns) {
        int size = size(part, columns.length);
        ByteBuffer.wrap(part).asLongBuffer().get(times, at, size);
        for (int column = 0; column < columns.length; column++) {
            ByteBuffer.wrap(part).position((1 + column) * size * Double.BYTES).slice().asDoubleBuffer().get(columns[column], at, size);
        }
        return size;
    }

    private static int size(byte[] part, int count) {
        return part.length / ((1 + count) * Double.BYTES);
    }
}
