package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.platform.sql.ColumnPart;
import entrepot.system.Product;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.BarParts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast a series of bars comes out of the database, beside its bytes alone and beside a row for each bar. */
@Tag("bench")
class BarReadBenchmark {

    private static final int BARS = Integer.getInteger("bench.bars", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int COLUMNS = 5;
    private static final long SERIES = -1;
    private static final long MINUTE = 60_000;

    private final long[] times = new long[BARS];
    private final double[][] columns = new double[COLUMNS][BARS];

    private interface Way {
        int read() throws SQLException, IOException;
    }

    @Test
    void aSeriesOfMinutes() throws SQLException, IOException {
        makeUp();
        Path file = Files.createTempFile("bars", ".bin");
        try (Product product = Product.start("bars"); Connection owner = product.asOwner()) {
            byParts(owner);
            byRows(owner);
            write(file);
            try (Handle handle = Jdbi.create(product.asOwner()).open()) {
                Bars read = BarParts.read(handle, SERIES, Long.MIN_VALUE, Long.MAX_VALUE);
                assertThat(read.closes()).isEqualTo(columns[3]);
                assertThat(read.times()).isEqualTo(times);
                double[] took = medians(List.of(() -> file(file), () -> bytes(owner), () -> BarParts.read(handle, SERIES, Long.MIN_VALUE, Long.MAX_VALUE).size(), () -> rows(owner)));
                Report.write("bars", text(took));
            }
        } finally {
            Files.delete(file);
        }
    }

    private void makeUp() {
        SplittableRandom random = new SplittableRandom(42);
        double price = 100;
        for (int bar = 0; bar < BARS; bar++) {
            times[bar] = bar * MINUTE;
            price *= 1 + 0.0005 * random.nextGaussian();
            for (double[] column : columns) {
                column[bar] = price;
            }
        }
    }

    private void byParts(Connection owner) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO bar_part (series_id, first_time, last_time, size, content) VALUES (?, ?, ?, ?, ?)")) {
            for (int part = 0; part < ColumnPart.parts(BARS); part++) {
                int begin = part * ColumnPart.SIZE;
                int end = Math.min(BARS, begin + ColumnPart.SIZE);
                insert.setLong(1, SERIES);
                insert.setLong(2, times[begin]);
                insert.setLong(3, times[end - 1]);
                insert.setInt(4, end - begin);
                insert.setBytes(5, ColumnPart.write(part, times, columns));
                insert.executeUpdate();
            }
        }
    }

    private void byRows(Connection owner) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE bar_row (series_id BIGINT NOT NULL, time BIGINT NOT NULL, open DOUBLE NOT NULL, high DOUBLE NOT NULL, low DOUBLE NOT NULL,"
                    + " close DOUBLE NOT NULL, volume DOUBLE NOT NULL, PRIMARY KEY (series_id, time))");
        }
        owner.setAutoCommit(false);
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO bar_row VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int bar = 0; bar < BARS; bar++) {
                insert.setLong(1, SERIES);
                insert.setLong(2, times[bar]);
                for (int column = 0; column < COLUMNS; column++) {
                    insert.setDouble(3 + column, columns[column][bar]);
                }
                insert.addBatch();
                if (bar % 5_000 == 4_999 || bar == BARS - 1) {
                    insert.executeBatch();
                }
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
    }

    private void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((1 + COLUMNS) * BARS * Double.BYTES);
        for (long time : times) {
            bytes.putLong(time);
        }
        for (double[] column : columns) {
            for (double value : column) {
                bytes.putDouble(value);
            }
        }
        Files.write(file, bytes.array());
    }

    private double[] medians(List<Way> ways) throws SQLException, IOException {
        List<List<Double>> took = new ArrayList<>();
        ways.forEach(way -> took.add(new ArrayList<>()));
        for (int round = -1; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long begun = System.nanoTime();
                assertThat(ways.get(way).read()).isEqualTo(BARS);
                if (round >= 0) {
                    took.get(way).add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        return took.stream().mapToDouble(Timed::median).toArray();
    }

    private static int file(Path file) throws IOException {
        return Files.readAllBytes(file).length / ((1 + COLUMNS) * Double.BYTES);
    }

    private static int bytes(Connection owner) throws SQLException {
        int size = 0;
        try (Statement sql = owner.createStatement(); ResultSet row = sql.executeQuery("SELECT content FROM bar_part WHERE series_id = " + SERIES + " ORDER BY first_time")) {
            while (row.next()) {
                size += row.getBytes(1).length;
            }
        }
        return size / ((1 + COLUMNS) * Double.BYTES);
    }

    private static int rows(Connection owner) throws SQLException {
        List<Bar> bars = new ArrayList<>();
        try (Statement sql = owner.createStatement()) {
            sql.setFetchSize(5_000);
            try (ResultSet row = sql.executeQuery("SELECT time, open, high, low, close, volume FROM bar_row WHERE series_id = " + SERIES + " ORDER BY time")) {
                while (row.next()) {
                    bars.add(new Bar(row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6)));
                }
            }
        }
        return Bars.of(bars).size();
    }

    private static String text(double[] took) {
        return String.format(Locale.ROOT, """
                ## Bars out of the database

                Written anew by `./entrepot bench -Dit.test=BarReadBenchmark`.
                %,d bars of a minute, 48 bytes each, as the product keeps them: by columns in parts of %,d. What is read are arrays of primitives. The ceiling is the same query that takes
                the bytes of the parts and makes nothing of them; beside it stand the same bytes from a file in the cache of the system, and a table with a row for each bar, as bars were
                kept before. Medians of %d rounds after one to warm up, in ms. Client and database share the machine: %s.

                | | ms | times the bytes |
                |---|--:|--:|
                | bytes of a file | %.0f | %.2f |
                | bytes of the parts | %.0f | 1 |
                | bars of the parts | %.0f | %.2f |
                | bars of a row each | %.0f | %.2f |
                """, BARS, ColumnPart.SIZE, ROUNDS, Report.machine(), took[0], took[0] / took[1], took[1], took[2], took[2] / took[1], took[3], took[3] / took[1]);
    }
}
