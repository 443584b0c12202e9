package entrepot.system.book;

import entrepot.system.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A column of a table of the book that the application may add to and never change, as the schema has it now. */
record EvidenceColumn(String table, String name, String type) {

    private static final long ASTRAY = 1_000_003;

    /** Those of tables whose rows belong to postings. */
    static List<EvidenceColumn> all(Product product) throws SQLException {
        List<String> tables = strings(product.asApplication(), "SELECT t.table_name FROM information_schema.tables t WHERE t.table_schema = DATABASE()"
                + " AND (t.table_name = 'posting' OR EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema ="
                + " t.table_schema AND c.table_name = t.table_name AND c.column_name = 'posting_seq'))"
                + " AND " + granted("INSERT") + " AND NOT " + granted("UPDATE") + " AND NOT " + granted("DELETE") + " ORDER BY 1");
        List<EvidenceColumn> columns = new ArrayList<>();
        for (String table : tables) {
            String of = " WHERE table_schema = DATABASE() AND table_name = '" + table + "'";
            for (String name : strings(product.asOwner(), "SELECT column_name FROM information_schema.columns" + of)) {
                String type = strings(product.asOwner(), "SELECT data_type FROM information_schema.columns" + of + " AND column_name = '" + name + "'").get(0);
                columns.add(new EvidenceColumn(table, name, type));
            }
        }
        return columns;
    }

    private static String granted(String privilege) {
        return "EXISTS (SELECT 1 FROM information_schema.table_privileges g WHERE g.table_schema = t.table_schema AND g.table_name ="
                + " t.table_name AND g.privilege_type = '" + privilege + "')";
    }

    /** Changes it in one row of a posting. */
    String changeIn(long posting) {
        return "UPDATE " + table + " SET " + name + " = " + astray() + " WHERE " + (table.equals("posting") ? "seq" : "posting_seq") + " = "
                + posting + " LIMIT 1";
    }

    private String astray() {
        if (toString().equals("stock_count_result.reason")) {
            return "'DAMAGE'"; // the schema knows the reasons
        }
        return switch (type) {
            case "bigint", "int" -> "COALESCE(" + name + ", 0) + " + ASTRAY;
            case "tinyint" -> "1 - " + name;
            case "decimal" -> "COALESCE(" + name + ", 0) + 1";
            case "date" -> "COALESCE(" + name + ", '2020-02-29') + INTERVAL 1 DAY";
            case "datetime" -> name + " + INTERVAL 1 MICROSECOND";
            case "binary" -> "UNHEX(CONCAT(IF(LEFT(HEX(" + name + "), 1) = '0', '1', '0'), SUBSTRING(HEX(" + name + "), 2)))";
            default -> "IF(" + name + " IS NULL OR " + name + " = '', 'x', CONCAT(CHAR(ASCII(" + name + ") ^ 1), SUBSTRING(" + name + ", 2)))";
        };
    }

    @Override
    public String toString() {
        return table + "." + name;
    }

    private static List<String> strings(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened; Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
