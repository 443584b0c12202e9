package entrepot.trading.market.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Bars as they are stored: all times of a part, then its opens, highs, lows, closes and volumes. */
public final class BarParts {

    static final int COLUMNS = 5;
    private static final int FETCH = 16;

    private BarParts() {}

    /** From one moment to another, both inclusive, by time. One query, so that nobody adds to them in between. */
    public static Bars read(Handle handle, long series, long from, long to) {
        List<byte[]> parts = handle.createQuery("SELECT content FROM bar_part WHERE series_id = ? AND last_time >= ? AND first_time <= ? ORDER BY first_time")
                .bind(0, series)
                .bind(1, from)
                .bind(2, to)
                .setFetchSize(FETCH)
                .mapTo(byte[].class)
                .list();
        int size = parts.stream().mapToInt(part -> part.length / ((1 + COLUMNS) * Double.BYTES)).sum();
        long[] times = new long[size];
        double[][] columns = new double[COLUMNS][size];
        int at = 0;
        for (byte[] part : parts) {
            at += ColumnPart.read(part, times, at, columns);
        }
        Bars all = Bars.of(times, columns[0], columns[1], columns[2], columns[3], columns[4]);
        return all.until(to).since(from);
    }

    static Stream<Bar> bars(byte[] content) {
        ColumnPart part = ColumnPart.read(content, COLUMNS);
        double[][] of = part.columns();
        return IntStream.range(0, part.times().length).mapToObj(at -> new Bar(part.times()[at], of[0][at], of[1][at], of[2][at], of[3][at], of[4][at]));
    }
}
