package entrepot.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Says when a database that somebody else set up may forget what it acknowledged. Its owner may have reasons. */
final class Durability {

    private static final Map<String, String> WANTED =
            new TreeMap<>(Map.of("innodb_flush_log_at_trx_commit", "1", "innodb_doublewrite", "ON"));

    private Durability() {}

    static void warn(BookDatabase book) {
        StringJoiner weak = new StringJoiner(", ");
        try (Connection connection = book.asOwner()) {
            for (Map.Entry<String, String> wanted : WANTED.entrySet()) {
                String is = variable(connection, wanted.getKey());
                if (!is.equals(wanted.getValue())) {
                    weak.add(wanted.getKey() + " = " + is + " and not " + wanted.getValue());
                }
            }
        } catch (SQLException failure) {
            throw new CannotStart("The database at " + book.url() + " does not answer: " + failure.getMessage(), failure);
        }
        if (weak.length() > 0) {
            System.out.println("Warning: the database at " + book.url() + " has " + weak
                    + "; a crash may lose what was acknowledged.");
        }
    }

    private static String variable(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE '" + name + "'")) {
            return row.next() ? row.getString(2) : "unknown";
        }
    }
}
