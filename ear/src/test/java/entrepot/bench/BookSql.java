package entrepot.bench;

import entrepot.system.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the book of a product, as its owner. */
record BookSql(Product product) {

    void execute(String statement) throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The first column of the first row, or null. */
    String text(String query) throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement(); ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** 0 where there is none. */
    long number(String query) throws SQLException {
        String found = text(query);
        return found == null ? 0 : Long.parseLong(found);
    }

    /** What the database was asked so far. */
    long statements() throws SQLException {
        return number("SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'QUESTIONS'");
    }

    record Rows(List<String> columns, List<Object[]> values) {}

    /** All columns of all rows. */
    static Rows rows(Connection book, String query) throws SQLException {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
        try (Statement sql = book.createStatement(); ResultSet row = sql.executeQuery(query)) {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                rows.columns().add(row.getMetaData().getColumnName(column));
            }
            while (row.next()) {
                Object[] values = new Object[rows.columns().size()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = row.getObject(column + 1);
                }
                rows.values().add(values);
            }
        }
        return rows;
    }
}
