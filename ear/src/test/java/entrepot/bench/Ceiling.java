package entrepot.bench;

import entrepot.platform.sql.Batch;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the database itself can write: the rows of recorded postings, byte for byte, by plain JDBC with bulk inserts and
 * no business logic, in transactions of {@value #GROUP} postings. They go into tables beside the book's, made like them;
 * pools, layers and balances are written once for each pool a transaction touches, as the product does.
 */
final class Ceiling implements AutoCloseable {

    static final int GROUP = 256;

    /** What a posting changes, and the column that differs before. */
    private static final Map<String, String> CHANGED =
            Map.of("cost_pool", "on_hand", "cost_layer", "quantity", "stock_balance", "on_hand");

    private final Connections book;
    private final RecordedPostings recorded;
    private final String beside;
    private final boolean announced;

    /** Opens connections as the owner of the book. */
    interface Connections {
        Connection open() throws SQLException;
    }

    /** Tables with nothing in them but pools, layers and balances. @param announced whether each posting also writes what the queues are told */
    static Ceiling empty(Connections book, RecordedPostings recorded, boolean announced) throws SQLException {
        Ceiling ceiling = new Ceiling(book, recorded, "ceiling_", announced);
        ceiling.prepare();
        return ceiling;
    }

    /** Tables with all other postings in them, as large as the book's. */
    static Ceiling full(Connections book, RecordedPostings recorded, boolean announced) throws SQLException {
        Ceiling ceiling = new Ceiling(book, recorded, "full_", announced);
        ceiling.prepare();
        ceiling.fill();
        return ceiling;
    }

    private Ceiling(Connections book, RecordedPostings recorded, String beside, boolean announced) {
        this.book = book;
        this.recorded = recorded;
        this.beside = beside;
        this.announced = announced;
    }

    /** Connections in which a batch is one packet of rows. */
    static Connections to(Product product) {
        String url = product.book().url();
        String bulk = url + (url.contains("?") ? "&" : "?") + "useBulkStmts=true&useServerPrepStmts=true";
        return () -> DriverManager.getConnection(bulk, product.book().owner().name(), product.book().owner().password());
    }

    private void prepare() throws SQLException {
        close();
        try (Connection connection = book.open(); Statement sql = connection.createStatement()) {
            for (String table : tables().toList()) {
                sql.execute("CREATE TABLE " + beside + table + " LIKE " + table);
            }
            for (Map.Entry<String, String> changed : CHANGED.entrySet()) {
                sql.execute("INSERT INTO " + beside + changed.getKey() + " SELECT * FROM " + changed.getKey());
                sql.execute("UPDATE " + beside + changed.getKey() + " SET " + changed.getValue() + " = 0");
            }
        }
    }

    private void fill() throws SQLException {
        List<Long> postings = recorded.postings();
        String others = " NOT BETWEEN " + postings.get(0) + " AND " + postings.get(postings.size() - 1);
        try (Connection connection = book.open(); Statement sql = connection.createStatement()) {
            for (RecordedPostings.Rows rows : recorded.tables()) {
                sql.execute("INSERT INTO " + beside + rows.table() + " SELECT * FROM " + rows.table() + " WHERE " + rows.owner() + others);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = book.open(); Statement sql = connection.createStatement()) {
            for (String table : tables().toList()) {
                sql.execute("DROP TABLE IF EXISTS " + beside + table);
            }
        }
    }

    private Stream<String> tables() {
        return Stream.concat(Stream.of("to_seal", "outbox"), recorded.all().stream().map(RecordedPostings.Rows::table));
    }

    /** Writes some of the recorded postings over two connections. */
    void write(List<Long> postings) {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> work(postings, next));
        work(postings, next);
        other.join();
    }

    private void work(List<Long> postings, AtomicInteger next) {
        try (Connection connection = book.open()) {
            connection.setAutoCommit(false);
            for (int from = next.getAndAdd(GROUP); from < postings.size(); from = next.getAndAdd(GROUP)) {
                group(connection, postings.subList(from, Math.min(from + GROUP, postings.size())));
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the ceiling cannot be measured", failure);
        }
    }

    /** Pools last and in the order of their keys: popular items are in every group, and are locked from then on. */
    private void group(Connection connection, List<Long> group) throws SQLException {
        for (RecordedPostings.Rows rows : recorded.tables()) {
            insert(connection, rows.insert(beside), rows.of(group));
        }
        insert(connection, "INSERT INTO " + beside + "to_seal (posting_seq) VALUES (?)",
                group.stream().map(posting -> new Object[] {posting}).toList());
        if (announced) {
            insert(connection, "INSERT INTO " + beside + "outbox (id, topic, posting_seq, created_at) VALUES (?, ?, ?, NOW(6))",
                    group.stream().flatMap(posting -> Stream.of(new Object[] {posting * 2, "replenishment", posting},
                            new Object[] {posting * 2 + 1, "reprice", posting})).toList());
        }
        Set<Long> touched = new TreeSet<>();
        group.forEach(posting -> touched.addAll(recorded.touched().getOrDefault(posting, Set.of())));
        for (RecordedPostings.Rows rows : recorded.projections()) {
            upsert(connection, beside + rows.table(), rows.columns(), rows.of(touched));
        }
    }

    /** As text: the driver sends a batch of upserts one by one. */
    static void upsert(Connection connection, String table, List<String> columns, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String values = rows.stream()
                .map(row -> Arrays.stream(row)
                        .map(value -> value == null || value instanceof Number ? String.valueOf(value) : "'" + value + "'")
                        .collect(Collectors.joining(",", "(", ")")))
                .collect(Collectors.joining(","));
        try (Statement sql = connection.createStatement()) {
            sql.executeUpdate("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES " + values
                    + columns.stream()
                            .map(column -> column + " = VALUES(" + column + ")")
                            .collect(Collectors.joining(", ", " ON DUPLICATE KEY UPDATE ", "")));
        }
    }

    static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                Batch.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** What it has written, read back. */
    RecordedPostings written() throws SQLException {
        try (Connection connection = book.open()) {
            return RecordedPostings.read(connection, beside, recorded.postings());
        }
    }
}
