package entrepot.bench;

import entrepot.platform.sql.Batch;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the rows that a document left in the book once more, into empty tables made like the book's: by plain JDBC, as bulk inserts in one transaction. */
final class Beside {

    private static final String PREFIX = "beside_";

    private final Product product;

    Beside(Product product) {
        this.product = product;
    }

    /** @param milliseconds it took, with the commit */
    record Written(long rows, double milliseconds) {}

    /** @param which condition on the rows, by table */
    Written write(Map<String, String> which) throws SQLException {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        try (Connection book = product.asOwner(); Statement sql = book.createStatement()) {
            for (Map.Entry<String, String> table : which.entrySet()) {
                sql.execute("DROP TABLE IF EXISTS " + PREFIX + table.getKey());
                sql.execute("CREATE TABLE " + PREFIX + table.getKey() + " LIKE " + table.getKey());
                rows.put(table.getKey(), BookSql.rows(book, "SELECT * FROM " + table.getKey() + " WHERE " + table.getValue()));
            }
        }
        try (Connection bulk = Ceiling.to(product).open()) {
            bulk.setAutoCommit(false);
            long begun = System.nanoTime();
            for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
                insert(bulk, table.getKey(), table.getValue());
            }
            bulk.commit();
            double took = (System.nanoTime() - begun) / 1e6;
            return new Written(rows.values().stream().mapToLong(List::size).sum(), took);
        }
    }

    private static void insert(Connection bulk, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert = bulk.prepareStatement("INSERT INTO " + PREFIX + table + " VALUES (" + marks + ")")) {
            for (Object[] row : rows) {
                Batch.bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
