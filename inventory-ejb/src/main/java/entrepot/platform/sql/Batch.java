package entrepot.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** One statement for many rows, in one packet. The values go to the driver as they are, a UUID as BINARY(16). */
public final class Batch {

    private Batch() {}

    /** @return rows changed by each, in their order; empty where there are none */
    public static int[] execute(Handle handle, String sql, Stream<Object[]> rows) {
        Iterator<Object[]> each = rows.iterator();
        if (!each.hasNext()) {
            return new int[0];
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
            while (each.hasNext()) {
                bind(statement, each.next());
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException failure) {
            throw new UnableToExecuteStatementException(failure, null);
        }
    }

    /** By the setters of their types where there are many such: for an object the driver tries all its codecs one after the other. */
    public static void bind(PreparedStatement statement, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            set(statement, i + 1, row[i]);
        }
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else if (value instanceof Integer number) {
            statement.setInt(place, number);
        } else if (value instanceof UUID id) {
            statement.setBytes(place, Rows.bytes(id));
        } else {
            statement.setObject(place, value);
        }
    }
}
