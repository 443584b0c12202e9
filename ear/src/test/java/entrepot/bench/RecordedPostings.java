package entrepot.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that the product wrote for some postings, as they stand in the book, and where they left pools, layers and
 * balances.
 *
 * @param tables      of the book, in the order they are written, with their rows by posting
 * @param touched     the pools that each posting moved
 * @param projections pools, layers and balances with their row by pool; of several layers the oldest
 */
record RecordedPostings(
        List<Long> postings, List<Rows> tables, Map<Long, Set<Long>> touched, List<Rows> projections) {

    /** Tables of the book and the column that says which posting a row belongs to. */
    private static final Map<String, String> BOOK = new LinkedHashMap<>();

    static {
        BOOK.put("idempotency", "posting_seq");
        BOOK.put("posting", "seq");
        BOOK.put("movement", "posting_seq");
        BOOK.put("value_entry", "posting_seq");
        BOOK.put("journal_line", "posting_seq");
        BOOK.put("audit_entry", "posting_seq");
        BOOK.put("sale", "posting_seq");
        BOOK.put("sale_line", "posting_seq");
        BOOK.put("tender", "posting_seq");
    }

    /** A table, the column that says what a row belongs to, all its columns, and its rows by what they belong to. */
    record Rows(String table, String owner, List<String> columns, Map<Long, List<Object[]>> byOwner) {

        List<Object[]> of(Collection<Long> owners) {
            return owners.stream().flatMap(owner -> byOwner.getOrDefault(owner, List.of()).stream()).toList();
        }

        /** Each value of each row, the bytes of binary ones. */
        List<String> values() {
            return byOwner.values().stream().flatMap(List::stream).map(Arrays::deepToString).sorted().toList();
        }

        /** Into the table of that name with {@code prefix} before it. */
        String insert(String prefix) {
            return "INSERT INTO " + prefix + table + " (" + String.join(", ", columns) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }
    }

    /**
     * @param which condition on the rows of {@code posting} with one question mark, and what may come after a condition
     * @param value what the question mark stands for
     */
    static RecordedPostings read(Connection book, String which, String value) throws SQLException {
        List<Long> postings = new ArrayList<>();
        try (PreparedStatement query = book.prepareStatement("SELECT seq FROM posting WHERE " + which)) {
            query.setString(1, value);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                postings.add(rows.getLong(1));
            }
        }
        return read(book, "", postings);
    }

    /** @param prefix of the tables' names */
    static RecordedPostings read(Connection book, String prefix, List<Long> postings) throws SQLException {
        List<Rows> tables = new ArrayList<>();
        for (Map.Entry<String, String> table : BOOK.entrySet()) {
            tables.add(rows(book, prefix, table.getKey(), table.getValue(), "", "t." + table.getValue() + in(postings)));
        }
        Map<Long, Set<Long>> touched = touched(book, prefix, postings);
        String pools = "p.id" + in(touched.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return new RecordedPostings(postings, tables, touched, List.of(
                rows(book, prefix, "cost_pool", "p.id", " JOIN cost_pool p ON p.id = t.id", pools),
                rows(book, prefix, "cost_layer", "p.id", " JOIN cost_pool p ON p.id = t.pool_id", pools
                        + " AND NOT EXISTS (SELECT 1 FROM cost_layer o WHERE o.pool_id = t.pool_id"
                        + " AND (o.ordinal, o.slice) < (t.ordinal, t.slice))"),
                rows(book, prefix, "stock_balance", "p.id",
                        " JOIN cost_pool p ON p.item_id = t.item_id AND p.location_id = t.location_id", pools)));
    }

    private static Map<Long, Set<Long>> touched(Connection book, String prefix, List<Long> postings) throws SQLException {
        Map<Long, Set<Long>> touched = new TreeMap<>();
        try (Statement query = book.createStatement();
                ResultSet rows = query.executeQuery(
                        "SELECT posting_seq, pool_id FROM " + prefix + "movement WHERE posting_seq" + in(postings))) {
            while (rows.next()) {
                touched.computeIfAbsent(rows.getLong(1), posting -> new TreeSet<>()).add(rows.getLong(2));
            }
        }
        return touched;
    }

    private static String in(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", " IN (", numbers.isEmpty() ? "NULL)" : ")"));
    }

    private static Rows rows(Connection book, String prefix, String table, String owner, String join, String where)
            throws SQLException {
        try (Statement query = book.createStatement();
                ResultSet rows = query.executeQuery(
                        "SELECT t.*, " + owner + " FROM " + prefix + table + " t" + join + " WHERE " + where)) {
            ResultSetMetaData columns = rows.getMetaData();
            int width = columns.getColumnCount() - 1;
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                names.add(columns.getColumnName(i));
            }
            Map<Long, List<Object[]>> byOwner = new LinkedHashMap<>();
            while (rows.next()) {
                byOwner.computeIfAbsent(rows.getLong(width + 1), first -> new ArrayList<>()).add(row(rows, columns, width));
            }
            return new Rows(table, owner, names, byOwner);
        }
    }

    private static Object[] row(ResultSet rows, ResultSetMetaData columns, int width) throws SQLException {
        Object[] row = new Object[width];
        for (int i = 0; i < width; i++) {
            row[i] = switch (columns.getColumnType(i + 1)) {
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> rows.getBytes(i + 1);
                case Types.TIMESTAMP -> rows.getObject(i + 1, LocalDateTime.class);
                case Types.DATE -> rows.getObject(i + 1, LocalDate.class);
                default -> rows.getObject(i + 1);
            };
        }
        return row;
    }

    /** Movements of some of the postings, that is lines of documents. */
    long lines(List<Long> some) {
        return tables.stream().filter(rows -> rows.table().equals("movement")).mapToLong(rows -> rows.of(some).size()).sum();
    }

    /** In all tables of the book. */
    long rows() {
        return tables.stream().mapToLong(rows -> rows.of(postings).size()).sum();
    }

    /** The tables that do not hold the same values in both. */
    List<String> differences(RecordedPostings other) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < all().size(); i++) {
            if (!all().get(i).values().equals(other.all().get(i).values())) {
                different.add(all().get(i).table());
            }
        }
        return different;
    }

    /** Tables and projections. */
    List<Rows> all() {
        return Stream.concat(tables.stream(), projections.stream()).toList();
    }
}
