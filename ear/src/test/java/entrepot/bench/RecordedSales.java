package entrepot.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows that the product wrote for a run of sales, as they stand in the book, sale by sale. */
final class RecordedSales {

    /** A table of the book and the column that says which posting a row belongs to. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("idempotency", "posting_seq");
        TABLES.put("posting", "seq");
        TABLES.put("movement", "posting_seq");
        TABLES.put("value_entry", "posting_seq");
        TABLES.put("journal_line", "posting_seq");
        TABLES.put("audit_entry", "posting_seq");
        TABLES.put("sale", "posting_seq");
        TABLES.put("sale_line", "posting_seq");
        TABLES.put("tender", "posting_seq");
    }

    /** How a table is written, and its rows by posting. */
    record Table(String name, String insert, Map<Long, List<Object[]>> rows) {}

    /** What a movement did to its pool. */
    record Step(long pool, long item, long location, long quantity, long value, LocalDate date) {}

    private final List<Long> postings;
    private final List<Table> tables;
    private final Map<Long, List<Step>> steps;

    private RecordedSales(List<Long> postings, List<Table> tables, Map<Long, List<Step>> steps) {
        this.postings = postings;
        this.tables = tables;
        this.steps = steps;
    }

    /** @param reference start of the sales' references */
    static RecordedSales read(Connection book, String reference) throws SQLException {
        List<Long> postings = postings(book, reference);
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            tables.add(table(book, table.getKey(), table.getValue(), reference));
        }
        return new RecordedSales(postings, tables, steps(book, reference));
    }

    private static List<Long> postings(Connection book, String reference) throws SQLException {
        List<Long> postings = new ArrayList<>();
        try (PreparedStatement query = book.prepareStatement("SELECT seq FROM posting WHERE reference LIKE ? ORDER BY seq")) {
            query.setString(1, reference + "%");
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                postings.add(rows.getLong(1));
            }
        }
        return postings;
    }

    private static Table table(Connection book, String name, String key, String reference) throws SQLException {
        try (PreparedStatement query = book.prepareStatement("SELECT t.*, t." + key + " AS the_posting FROM " + name
                + " t JOIN posting p ON p.seq = t." + key + " WHERE p.reference LIKE ?")) {
            query.setString(1, reference + "%");
            ResultSet rows = query.executeQuery();
            ResultSetMetaData columns = rows.getMetaData();
            int count = columns.getColumnCount() - 1;
            Map<Long, List<Object[]>> byPosting = new LinkedHashMap<>();
            while (rows.next()) {
                byPosting.computeIfAbsent(rows.getLong(count + 1), posting -> new ArrayList<>()).add(row(rows, columns, count));
            }
            return new Table(name, insert(name, columns, count), byPosting);
        }
    }

    private static Object[] row(ResultSet rows, ResultSetMetaData columns, int count) throws SQLException {
        Object[] row = new Object[count];
        for (int i = 0; i < count; i++) {
            row[i] = switch (columns.getColumnType(i + 1)) {
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> rows.getBytes(i + 1);
                case Types.TIMESTAMP -> rows.getObject(i + 1, LocalDateTime.class);
                case Types.DATE -> rows.getObject(i + 1, LocalDate.class);
                default -> rows.getObject(i + 1);
            };
        }
        return row;
    }

    private static String insert(String table, ResultSetMetaData columns, int count) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(columns.getColumnName(i));
        }
        String marks = IntStream.range(0, count).mapToObj(i -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (" + marks + ")";
    }

    private static Map<Long, List<Step>> steps(Connection book, String reference) throws SQLException {
        Map<Long, List<Step>> steps = new LinkedHashMap<>();
        try (PreparedStatement query = book.prepareStatement("SELECT m.posting_seq, m.pool_id, m.item_id, m.location_id,"
                + " m.quantity, v.amount, m.business_date FROM movement m JOIN value_entry v ON v.movement_id = m.id"
                + " JOIN posting p ON p.seq = m.posting_seq WHERE p.reference LIKE ? ORDER BY m.pool_id, m.ordinal")) {
            query.setString(1, reference + "%");
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                steps.computeIfAbsent(rows.getLong(1), posting -> new ArrayList<>()).add(new Step(rows.getLong(2),
                        rows.getLong(3), rows.getLong(4), rows.getLong(5), rows.getLong(6), rows.getObject(7, LocalDate.class)));
            }
        }
        return steps;
    }

    int size() {
        return postings.size();
    }

    List<Long> postings() {
        return postings;
    }

    List<Table> tables() {
        return tables;
    }

    List<Step> steps(long posting) {
        return steps.getOrDefault(posting, List.of());
    }

    long rows() {
        return tables.stream().flatMap(table -> table.rows().values().stream()).mapToLong(List::size).sum();
    }
}
