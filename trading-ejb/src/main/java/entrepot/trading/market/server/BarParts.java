package entrepot.trading.market.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Bars as they are stored: all times of a part, then its opens, highs, lows, closes and volumes. */
public final class BarParts {

    static final int COLUMNS = 5;
    private static final int FETCH = 16;

    private BarParts() {}

    /** From one moment to another, both inclusive, by time. */
    public static Bars read(Handle handle, long series, long from, long to) {
        int size = handle.createQuery("SELECT COALESCE(SUM(size), 0) FROM bar_part WHERE series_id = ? AND last_time >= ? AND first_time <= ?")
                .bind(0, series)
                .bind(1, from)
                .bind(2, to)
                .mapTo(int.class)
                .one();
        long[] times = new long[size];
        double[][] columns = new double[COLUMNS][size];
        handle.createQuery("SELECT content FROM bar_part WHERE series_id = ? AND last_time >= ? AND first_time <= ? ORDER BY first_time")
                .bind(0, series)
                .bind(1, from)
                .bind(2, to)
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> fill(rows.get(), times, columns));
        Bars all = Bars.of(times, columns[0], columns[1], columns[2], columns[3], columns[4]);
        Bars until = all.until(to);
        return from == Long.MIN_VALUE ? until : until.slice(until.until(from - 1).size(), until.size());
    }

    private static int fill(ResultSet rows, long[] times, double[][] columns) throws SQLException {
        int at = 0;
        while (rows.next()) {
            at += ColumnPart.read(rows.getBytes(1), times, at, columns);
        }
        return at;
    }

    static Stream<Bar> bars(byte[] content) {
        ColumnPart part = ColumnPart.read(content, COLUMNS);
        double[][] of = part.columns();
        return IntStream.range(0, part.times().length).mapToObj(at -> new Bar(part.times()[at], of[0][at], of[1][at], of[2][at], of[3][at], of[4][at]));
    }
}
