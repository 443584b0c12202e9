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

    /** All columns of all rows. */
    static List<Object[]> rows(Connection book, String query) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement sql = book.createStatement(); ResultSet row = sql.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    values[column] = row.getObject(column + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
