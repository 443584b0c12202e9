package entrepot.system;

import entrepot.platform.sql.ColumnPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;

/** An instrument with made-up daily bars, laid straight into the database. */
public final class DailyBars {

    private static final long DAY = 86_400_000;
    private static final long BEGIN = 1_262_304_000_000L;

    private DailyBars() {}

    /** @param seed the same one makes the same bars */
    public static void lay(Product product, String symbol, int bars, long seed) throws SQLException {
        lay(product, symbol, bars, seed, 1000);
    }

    static void lay(Product product, String symbol, int bars, long seed, double volume) throws SQLException {
        try (Connection owner = product.asOwner()) {
            long instrument = id(owner);
            long series = id(owner);
            update(owner, "INSERT INTO instrument (id, symbol, name, kind, currency, tick_size, below_zero, created_at, created_by)"
                    + " VALUES (?, ?, 'Made up', 'EQUITY', 'USD', 0.01, FALSE, UTC_TIMESTAMP(6), 'test')", instrument, symbol);
            update(owner, "INSERT INTO bar_series (id, instrument_id, step, bars, first_time, last_time, gaps) VALUES (?, ?, 'DAY', ?, ?, ?, 0)",
                    series, instrument, bars, BEGIN, BEGIN + (bars - 1) * DAY);
            bars(owner, series, bars, seed, volume);
        }
    }

    private static void bars(Connection owner, long series, int bars, long seed, double volume) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = new long[bars];
        double[][] columns = new double[5][bars];
        double price = 100;
        for (int bar = 0; bar < bars; bar++) {
            double open = price * (1 + 0.004 * random.nextGaussian());
            price = open * (1 + 0.012 * random.nextGaussian());
            times[bar] = BEGIN + bar * DAY;
            columns[0][bar] = open;
            columns[1][bar] = Math.max(open, price) * 1.003;
            columns[2][bar] = Math.min(open, price) * 0.997;
            columns[3][bar] = price;
            columns[4][bar] = volume;
        }
        lay(owner, series, times, columns);
    }

    /** The bars of a series, as they are stored. @param columns open, high, low, close, volume */
    static void lay(Connection owner, long series, long[] times, double[]... columns) throws SQLException {
        for (int part = 0; part < ColumnPart.parts(times.length); part++) {
            int begin = part * ColumnPart.SIZE;
            int end = Math.min(times.length, begin + ColumnPart.SIZE);
            update(owner, "INSERT INTO bar_part (series_id, first_time, last_time, size, content) VALUES (?, ?, ?, ?, ?)", series, times[begin], times[end - 1], end - begin,
                    ColumnPart.write(part, times, columns));
        }
    }

    private static long id(Connection owner) throws SQLException {
        try (var statement = owner.createStatement(); var row = statement.executeQuery("SELECT NEXT VALUE FOR entrepot_id")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void update(Connection owner, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }
}
