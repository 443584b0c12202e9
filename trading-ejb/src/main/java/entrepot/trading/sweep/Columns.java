package entrepot.trading.sweep;

import entrepot.trading.backtest.Stretch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * What cells made on one side of the split, a row for each; see {@link Stretch}. A gap has {@value #GAP} trades and figures that
 * are not numbers.
 */
public record Columns(double[] netReturn, int[] trades, double[] sharpe, double[] maxDrawdown) {

    public static final int GAP = -1;
    static final int BYTES_A_ROW = 3 * Double.BYTES + Integer.BYTES;

    /** All gaps. */
    static Columns of(int rows) {
        Columns columns = new Columns(new double[rows], new int[rows], new double[rows], new double[rows]);
        Arrays.fill(columns.trades, GAP);
        for (double[] column : new double[][] {columns.netReturn, columns.sharpe, columns.maxDrawdown}) {
            Arrays.fill(column, Double.NaN);
        }
        return columns;
    }

    public int rows() {
        return trades.length;
    }

    public boolean isGap(int row) {
        return trades[row] == GAP;
    }

    public Stretch row(int row) {
        return new Stretch(netReturn[row], trades[row], sharpe[row], maxDrawdown[row]);
    }

    void set(int row, Stretch found) {
        netReturn[row] = found.netReturn();
        trades[row] = found.trades();
        sharpe[row] = found.sharpe();
        maxDrawdown[row] = found.maxDrawdown();
    }

    void write(ByteBuffer bytes) {
        Arrays.stream(netReturn).forEach(bytes::putDouble);
        Arrays.stream(trades).forEach(bytes::putInt);
        Arrays.stream(sharpe).forEach(bytes::putDouble);
        Arrays.stream(maxDrawdown).forEach(bytes::putDouble);
    }

    static Columns read(ByteBuffer bytes, int rows) {
        Columns columns = of(rows);
        Arrays.setAll(columns.netReturn, row -> bytes.getDouble());
        Arrays.setAll(columns.trades, row -> bytes.getInt());
        Arrays.setAll(columns.sharpe, row -> bytes.getDouble());
        Arrays.setAll(columns.maxDrawdown, row -> bytes.getDouble());
        return columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Columns that && Arrays.equals(netReturn, that.netReturn) && Arrays.equals(trades, that.trades)
                && Arrays.equals(sharpe, that.sharpe) && Arrays.equals(maxDrawdown, that.maxDrawdown);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(netReturn), Arrays.hashCode(trades));
    }
}
