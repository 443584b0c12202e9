package entrepot.launcher;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Takes bars from a row each into parts by columns. What an interruption left is emptied by a connection of its own, so that nothing waits for itself. */
public final class V209__Bars_into_parts extends BaseJavaMigration {

    private static final int PART = 4096;
    private static final int FETCH = 10_000;
    private static final int PRICES = 5;

    private record Row(long series, long time, double[] values) {}

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        try (Statement statement = context.getConnection().createStatement(); Connection other = context.getConfiguration().getDataSource().getConnection()) {
            if (!isThere(statement)) {
                return;
            }
            try (Statement emptying = other.createStatement()) {
                emptying.execute("DELETE FROM bar_part");
            }
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery("SELECT series_id, time, open, high, low, close, volume FROM bar ORDER BY series_id, time")) {
                move(rows, other);
            }
            statement.execute("DROP TABLE bar");
        }
    }

    /** Not so where it was interrupted after all was done, before that was noted. */
    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'bar'")) {
            return found.next();
        }
    }

    private static void move(ResultSet rows, Connection to) throws SQLException, IOException {
        List<Row> part = new ArrayList<>();
        while (rows.next()) {
            Row row = new Row(rows.getLong(1), rows.getLong(2), new double[] {rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6), rows.getDouble(7)});
            if (part.size() == PART || !part.isEmpty() && part.get(0).series() != row.series()) {
                write(part, to);
                part.clear();
            }
            part.add(row);
        }
        if (!part.isEmpty()) {
            write(part, to);
        }
    }

    private static void write(List<Row> part, Connection to) throws SQLException, IOException {
        try (PreparedStatement insert = to.prepareStatement("INSERT INTO bar_part (series_id, first_time, last_time, size, content) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, part.get(0).series());
            insert.setLong(2, part.get(0).time());
            insert.setLong(3, part.get(part.size() - 1).time());
            insert.setInt(4, part.size());
            insert.setBytes(5, content(part));
            insert.executeUpdate();
        }
    }

    private static byte[] content(List<Row> part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Row row : part) {
                out.writeLong(row.time());
            }
            for (int column = 0; column < PRICES; column++) {
                for (Row row : part) {
                    out.writeDouble(row.values()[column]);
                }
            }
        }
        return bytes.toByteArray();
    }
}
