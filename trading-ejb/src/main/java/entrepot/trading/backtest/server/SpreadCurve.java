package entrepot.trading.backtest.server;

import entrepot.trading.backtest.PairResult;
import entrepot.trading.pair.PairDecisions;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** How far two instruments went apart at the close of each bar that both have, by columns; what is not known is not a number. */
public record SpreadCurve(long[] times, double[] hedge, double[] spread, double[] score, double[] pValue) {

    private static final int PART = 4096;
    private static final int COLUMNS = 5;

    static SpreadCurve of(PairResult found) {
        PairDecisions made = found.decisions();
        return new SpreadCurve(found.bars().one().times(), made.hedge(), made.spread(), made.score(), made.pValue());
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
        for (double[] column : new double[][] {hedge, spread, score, pValue}) {
            for (int at = from; at < to; at++) {
                bytes.putDouble(column[at]);
            }
        }
        return bytes.array();
    }

    static SpreadCurve read(byte[] part) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        int size = part.length / (COLUMNS * Double.BYTES);
        long[] times = IntStream.range(0, size).mapToLong(at -> bytes.getLong()).toArray();
        double[][] columns = new double[COLUMNS - 1][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = IntStream.range(0, size).mapToDouble(at -> bytes.getDouble()).toArray();
        }
        return new SpreadCurve(times, columns[0], columns[1], columns[2], columns[3]);
    }
}
