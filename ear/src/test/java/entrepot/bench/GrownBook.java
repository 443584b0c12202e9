package entrepot.bench;

import entrepot.system.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A book with millions of movements, written by SQL: three a posting, each worth its quantity, one in fifty dated twenty days before it was posted. */
record GrownBook(Product product) {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    static final int DAYS = 700;
    /** More than 10 million movements take (7.4 GB): a disk that is read meanwhile would be measured, not the questions. */
    static final String MEMORY = "10G";

    private static final long FROM = 1_000_000_000;
    private static final List<String> TABLES = List.of("movement", "value_entry", "journal_line");

    /** Of {@code items} of its own, L3-000001 and so on. */
    void fill(int items, int movements) throws SQLException {
        BookSql book = new BookSql(product);
        book.execute("INSERT INTO location (id, code, name) VALUES (" + FROM + ", 'L3', 'Benchmark')");
        book.execute("INSERT INTO item (id, sku, name, unit_code, costing) SELECT " + FROM + " + seq, CONCAT('L3-', LPAD(seq, 6, '0')), 'Item', 'EA', 'FIFO'"
                + " FROM seq_1_to_" + items);
        Map<String, List<String>> keys = new HashMap<>();
        for (String table : TABLES) {
            keys.put(table, keys(table));
            for (String key : keys.get(table)) {
                book.execute("ALTER TABLE " + table + " DROP KEY " + key.replaceFirst("^(UNIQUE )?KEY `([^`]+)`.*", "$2"));
            }
        }
        write(book, items, movements);
        for (String table : TABLES) {
            book.execute("ALTER TABLE " + table + " ADD " + String.join(", ADD ", keys.get(table)));
        }
        book.execute("ANALYZE TABLE movement, value_entry, journal_line");
        book.execute("INSERT INTO seal (number, posting_seq, hash, sealed_at) SELECT seq + 1, " + FROM + " + seq, REPEAT('x', 32), NOW() FROM seq_0_to_"
                + movements / 3);
        book.execute("ANALYZE TABLE seal");
    }

    private static void write(BookSql book, int items, int movements) throws SQLException {
        String inventory = book.text("SELECT account_code FROM account_mapping WHERE role = 'INVENTORY' LIMIT 1");
        String item = FROM + " + 1 + CAST(seq AS SIGNED) * 7919 MOD " + items;
        book.execute("INSERT INTO movement (id, posting_seq, line_no, item_id, location_id, pool_id, kind, basis, quantity, business_date, ordinal)"
                + " SELECT " + FROM + " + seq, " + FROM + " + seq DIV 3, seq MOD 3, " + item + ", " + FROM + ", " + item + ","
                + " IF(seq MOD 4 = 3, 'ISSUE', 'RECEIPT'), IF(seq MOD 4 = 3, 'FLOW', 'STATED'), IF(seq MOD 4 = 3, -8000000, 5000000), '" + FIRST
                + "' + INTERVAL (CAST(seq AS SIGNED) * " + DAYS + " DIV " + movements + " - IF(seq MOD 50 = 0, 20, 0)) DAY, seq FROM seq_1_to_"
                + movements);
        String fresh = " FROM movement WHERE id > " + FROM;
        book.execute("INSERT INTO value_entry (id, posting_seq, movement_id, item_id, location_id, kind, amount, business_date)"
                + " SELECT id, posting_seq, id, item_id, location_id, 'DIRECT', quantity DIV 10000, business_date" + fresh);
        book.execute("INSERT INTO journal_line (posting_seq, line_no, account_code, amount, business_date, movement_id)"
                + " SELECT posting_seq, 2 * line_no, '" + inventory + "', quantity DIV 10000, business_date, id" + fresh
                + " UNION ALL SELECT posting_seq, 2 * line_no + 1, '2050', -quantity DIV 10000, business_date, id" + fresh);
    }

    private List<String> keys(String table) throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("SHOW CREATE TABLE " + table)) {
            row.next();
            return Pattern.compile("(?m)^  ((UNIQUE )?KEY .*?\\)),?$").matcher(row.getString(2)).results().map(found -> found.group(1)).toList();
        }
    }
}
