package entrepot.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What the database can write of an import: a stretch of its postings, row by row as the product wrote them, into
 * tables beside the book's by plain JDBC with bulk inserts, in transactions of {@value #GROUP} postings over two connections. Pools,
 * layers and balances are written once for each pool a transaction touches, as the product does.
 */
final class RetailCeiling {

    static final int GROUP = 256;
    private static final String BESIDE = "ceiling_";
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

    private static final List<String> PROJECTIONS = List.of("cost_pool", "cost_layer", "stock_balance");

    /** Opens connections as the owner of the book. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private record Table(String insert, Map<Long, List<Object[]>> rows) {}

    private final Connections connections;
    private final String source;
    private final List<Long> postings = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<Long, List<Long>> pools = new LinkedHashMap<>();
    private final Map<Long, Object[]> poolRows = new LinkedHashMap<>();

    private RetailCeiling(Connections connections, String source) {
        this.connections = connections;
        this.source = source;
    }

    /**
     * @param source  of the import's postings
     * @param skipped postings at its beginning that are left out, since it opens the shelves
     * @return lines a second
     */
    static double linesASecond(Connections connections, String source, int skipped, int count) throws SQLException {
        RetailCeiling ceiling = new RetailCeiling(connections, source);
        ceiling.read(skipped, count);
        ceiling.prepare();
        long begun = System.nanoTime();
        ceiling.write();
        double seconds = (System.nanoTime() - begun) / 1e9;
        ceiling.remove();
        return ceiling.lines() / seconds;
    }

    private long lines() {
        return pools.values().stream().mapToLong(List::size).sum();
    }

    private void read(int skipped, int count) throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT seq FROM posting WHERE source = ? ORDER BY seq LIMIT ? OFFSET ?")) {
            query.setString(1, source);
            query.setInt(2, count);
            query.setInt(3, skipped);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                postings.add(rows.getLong(1));
            }
            String these = postings.stream().map(String::valueOf).collect(Collectors.joining(","));
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                tables.add(table(connection, table.getKey(), table.getValue(), these));
            }
            pools(connection, these);
        }
    }

    private Table table(Connection connection, String name, String key, String these) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(
                        "SELECT t.*, t." + key + " FROM " + name + " t WHERE t." + key + " IN (" + these + ")")) {
            ResultSetMetaData columns = rows.getMetaData();
            int width = columns.getColumnCount() - 1;
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                names.add(columns.getColumnName(i));
            }
            Map<Long, List<Object[]>> byPosting = new LinkedHashMap<>();
            while (rows.next()) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                byPosting.computeIfAbsent(rows.getLong(width + 1), posting -> new ArrayList<>()).add(row);
            }
            return new Table("INSERT INTO " + BESIDE + name + " (" + String.join(", ", names) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(width, "?")) + ")", byPosting);
        }
    }

    private void pools(Connection connection, String these) throws SQLException {
        try (Statement query = connection.createStatement()) {
            ResultSet moved = query.executeQuery(
                    "SELECT posting_seq, pool_id FROM movement WHERE posting_seq IN (" + these + ")");
            while (moved.next()) {
                pools.computeIfAbsent(moved.getLong(1), posting -> new ArrayList<>()).add(moved.getLong(2));
            }
            ResultSet rows = query.executeQuery(
                    "SELECT id, item_id, location_id, on_hand, value, ordinal, last_date, last_unit_cost FROM cost_pool");
            while (rows.next()) {
                Object[] row = new Object[8];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                poolRows.put(rows.getLong(1), row);
            }
        }
    }

    /** Empty tables like the book's, with the pools in them. */
    private void prepare() throws SQLException {
        remove();
        try (Connection connection = connections.open(); Statement statement = connection.createStatement()) {
            for (String table : names()) {
                statement.execute("CREATE TABLE " + BESIDE + table + " LIKE " + table);
            }
            for (String table : PROJECTIONS) {
                statement.execute("INSERT INTO " + BESIDE + table + " SELECT * FROM " + table);
            }
        }
    }

    private void remove() throws SQLException {
        try (Connection connection = connections.open(); Statement statement = connection.createStatement()) {
            for (String table : names()) {
                statement.execute("DROP TABLE IF EXISTS " + BESIDE + table);
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(TABLES.keySet());
        names.addAll(PROJECTIONS);
        names.add("to_seal");
        return names;
    }

    private void write() {
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            running.add(CompletableFuture.runAsync(() -> work(next)));
        }
        running.forEach(CompletableFuture::join);
    }

    private void work(AtomicInteger next) {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            for (int from = next.getAndAdd(GROUP); from < postings.size(); from = next.getAndAdd(GROUP)) {
                group(connection, postings.subList(from, Math.min(from + GROUP, postings.size())));
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the ceiling cannot be measured", failure);
        }
    }

    /** Projections last and in the order of their keys: popular items are in every group, and are locked from then on. */
    private void group(Connection connection, List<Long> group) throws SQLException {
        for (Table table : tables) {
            List<Object[]> all = new ArrayList<>();
            group.forEach(posting -> all.addAll(table.rows().getOrDefault(posting, List.of())));
            insert(connection, table.insert(), all);
        }
        insert(connection, "INSERT INTO ceiling_to_seal (posting_seq) VALUES (?)",
                group.stream().map(posting -> new Object[] {posting}).toList());
        projections(connection, group);
    }

    private void projections(Connection connection, List<Long> group) throws SQLException {
        Collection<Long> touched = new TreeSet<>();
        group.forEach(posting -> touched.addAll(pools.getOrDefault(posting, List.of())));
        List<Object[]> rows = touched.stream().map(poolRows::get).toList();
        insert(connection, "INSERT INTO ceiling_cost_pool (id, item_id, location_id, on_hand, value, ordinal, last_date, last_unit_cost)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand), value = VALUES(value)", rows);
        insert(connection, "INSERT INTO ceiling_cost_layer (pool_id, ordinal, slice, business_date, movement_id, quantity, value)"
                        + " VALUES (?, ?, 0, ?, 0, ?, ?) ON DUPLICATE KEY UPDATE quantity = VALUES(quantity), value = VALUES(value)",
                rows.stream().map(row -> new Object[] {row[0], row[5], row[6], row[3], row[4]}).toList());
        insert(connection, "INSERT INTO ceiling_stock_balance (item_id, location_id, on_hand) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand)",
                rows.stream().map(row -> new Object[] {row[1], row[2], row[3]}).toList());
    }

    private static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
