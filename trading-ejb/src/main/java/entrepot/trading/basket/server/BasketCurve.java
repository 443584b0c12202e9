package entrepot.trading.basket.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.basket.BasketResult;
import java.util.Arrays;

/**
 * The account at the close of each day, by columns.
 *
 * @param equity  worth; @param hold worth of equal weights in all instruments
 * @param weights of each instrument a column, in the order of the alphabet
 */
public record BasketCurve(long[] times, double[] equity, double[] hold, double[] cash, double[][] weights) {

    public static final int PART = ColumnPart.SIZE;
    private static final int BEFORE = 3;

    static BasketCurve of(BasketResult found, BasketResult hold) {
        double[][] rows = found.weights();
        double[][] columns = new double[found.universe().size()][rows.length];
        for (int day = 0; day < rows.length; day++) {
            for (int member = 0; member < columns.length; member++) {
                columns[member][day] = rows[day][member];
            }
        }
        return new BasketCurve(found.universe().times(), found.equity(), hold.equity(), found.cashes(), columns);
    }

    public int size() {
        return times.length;
    }

    int parts() {
        return ColumnPart.parts(size());
    }

    byte[] part(int part) {
        double[][] columns = new double[BEFORE + weights.length][];
        columns[0] = equity;
        columns[1] = hold;
        columns[2] = cash;
        System.arraycopy(weights, 0, columns, BEFORE, weights.length);
        return ColumnPart.write(part, times, columns);
    }

    /** @param members how many instruments */
    static BasketCurve read(byte[] part, int members) {
        ColumnPart read = ColumnPart.read(part, BEFORE + members);
        double[][] columns = read.columns();
        return new BasketCurve(read.times(), columns[0], columns[1], columns[2], Arrays.copyOfRange(columns, BEFORE, columns.length));
    }
}
