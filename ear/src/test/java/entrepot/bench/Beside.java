package entrepot.bench;

import entrepot.system.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes the rows that a document left in the book once more, into tables made like the book's: by plain JDBC, as bulk inserts in one
 * transaction. Once into empty ones, and once into tables that keep what was written of every document before, as the book does.
 */
final class Beside {

    private static final String EMPTY = "empty_";
    private static final String KEPT = "beside_";

    /** What the book changes where it is there. */
    private static final Set<String> CHANGED = Set.of("cost_pool", "cost_layer", "stock_balance", "lot_stock");

    private final Product product;

    Beside(Product product) {
        this.product = product;
    }

    /** Milliseconds it took, with the commit: into tables as full as the book's, and into empty ones. */
    record Written(long rows, double full, double empty) {}

    /** @param which condition on the rows, by table */
    Written write(Map<String, String> which) throws SQLException {
        Map<String, BookSql.Rows> rows = new LinkedHashMap<>();
        try (Connection book = product.asOwner(); Statement sql = book.createStatement()) {
            for (Map.Entry<String, String> table : which.entrySet()) {
                sql.execute("DROP TABLE IF EXISTS " + EMPTY + table.getKey());
                sql.execute("CREATE TABLE " + EMPTY + table.getKey() + " LIKE " + table.getKey());
                sql.execute("CREATE TABLE IF NOT EXISTS " + KEPT + table.getKey() + " LIKE " + table.getKey());
                rows.put(table.getKey(), BookSql.rows(book, "SELECT * FROM " + table.getKey() + " WHERE " + table.getValue()));
            }
            if (which.containsKey("cost_layer")) {
                sql.execute("DELETE FROM " + KEPT + "cost_layer WHERE " + which.get("cost_layer")); // those used up are gone from the book too
            }
        }
        double empty = write(EMPTY, rows);
        return new Written(rows.values().stream().mapToLong(table -> table.values().size()).sum(), write(KEPT, rows), empty);
    }

    private double write(String prefix, Map<String, BookSql.Rows> rows) throws SQLException {
        try (Connection bulk = Ceiling.to(product).open()) {
            bulk.setAutoCommit(false);
            long begun = System.nanoTime();
            for (Map.Entry<String, BookSql.Rows> table : rows.entrySet()) {
                BookSql.Rows into = table.getValue();
                if (prefix.equals(KEPT) && CHANGED.contains(table.getKey())) {
                    Ceiling.upsert(bulk, prefix + table.getKey(), into.columns(), into.values());
                } else {
                    String marks = String.join(", ", Collections.nCopies(into.columns().size(), "?"));
                    Ceiling.insert(bulk, "INSERT INTO " + prefix + table.getKey() + " VALUES (" + marks + ")", into.values());
                }
            }
            bulk.commit();
            return (System.nanoTime() - begun) / 1e6;
        }
    }
}
