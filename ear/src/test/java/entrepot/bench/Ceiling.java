package entrepot.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the database itself can write: the rows of recorded sales, byte for byte, by plain JDBC with bulk inserts and no
 * business logic, in transactions of {@value #GROUP} sales. Writes into a schema of its own that starts from the same
 * stock.
 */
final class Ceiling {

    static final int GROUP = 256;
    private static final String POOL = "INSERT INTO cost_pool (id, item_id, location_id, on_hand, value, ordinal, last_date,"
            + " last_unit_cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand),"
            + " value = VALUES(value), ordinal = VALUES(ordinal), last_date = VALUES(last_date), last_unit_cost = VALUES(last_unit_cost)";
    private static final String LAYER = "INSERT INTO cost_layer (pool_id, ordinal, slice, business_date, movement_id, quantity,"
            + " value) VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE quantity = VALUES(quantity), value = VALUES(value)";
    private static final String BALANCE = "INSERT INTO stock_balance (item_id, location_id, on_hand) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand)";

    /** Opens connections to the ceiling's schema. */
    interface Connections {
        Connection open() throws SQLException;
    }

    /** A pool of one layer, as the stock of the benchmark is. */
    private static final class Pool {
        long item;
        long location;
        long onHand;
        long value;
        long ordinal;
        LocalDate lastDate;
        BigDecimal lastUnitCost;
        long layerOrdinal;
        LocalDate layerDate;
        long layerMovement;

        void take(RecordedSales.Step step) {
            onHand += step.quantity();
            value += step.value();
            ordinal++;
            lastDate = step.date();
            lastUnitCost = BigDecimal.valueOf(-step.value(), 2)
                    .divide(BigDecimal.valueOf(-step.quantity(), 6), 6, RoundingMode.HALF_UP);
        }
    }

    private final Connections connections;
    private final RecordedSales sales;
    private final Map<Long, Pool> pools = new TreeMap<>();
    private final AtomicInteger next = new AtomicInteger();

    Ceiling(Connections connections, RecordedSales sales) throws SQLException {
        this.connections = connections;
        this.sales = sales;
        try (Connection connection = connections.open();
                ResultSet rows = connection.createStatement().executeQuery("SELECT p.id, p.item_id, p.location_id, p.on_hand,"
                        + " p.value, p.ordinal, l.ordinal, l.business_date, l.movement_id FROM cost_pool p"
                        + " JOIN cost_layer l ON l.pool_id = p.id")) {
            while (rows.next()) {
                pools.put(rows.getLong(1), pool(rows));
            }
        }
    }

    private static Pool pool(ResultSet row) throws SQLException {
        Pool pool = new Pool();
        pool.item = row.getLong(2);
        pool.location = row.getLong(3);
        pool.onHand = row.getLong(4);
        pool.value = row.getLong(5);
        pool.ordinal = row.getLong(6);
        pool.layerOrdinal = row.getLong(7);
        pool.layerDate = row.getObject(8, LocalDate.class);
        pool.layerMovement = row.getLong(9);
        return pool;
    }

    /** Writes all sales over {@code writers} connections. With one, the projections end as the product left them. */
    void write(int writers) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            running.add(CompletableFuture.runAsync(this::work));
        }
        running.forEach(CompletableFuture::join);
    }

    private void work() {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(false);
            for (int group = next.getAndIncrement(); group * GROUP < sales.size(); group = next.getAndIncrement()) {
                List<Long> postings = sales.postings().subList(group * GROUP, Math.min(sales.size(), (group + 1) * GROUP));
                write(connection, postings);
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the ceiling cannot be measured", failure);
        }
    }

    private void write(Connection connection, List<Long> postings) throws SQLException {
        // Projections first and in the order of their keys, so that two writers do not deadlock.
        projections(connection, postings);
        for (RecordedSales.Table table : sales.tables()) {
            List<Object[]> rows = new ArrayList<>();
            postings.forEach(posting -> rows.addAll(table.rows().getOrDefault(posting, List.of())));
            insert(connection, table.insert(), rows);
        }
        insert(connection, "INSERT INTO to_seal (posting_seq) VALUES (?)",
                postings.stream().map(posting -> new Object[] {posting}).toList());
        List<Object[]> outbox = new ArrayList<>();
        for (long posting : postings) {
            outbox.add(new Object[] {posting * 2, "replenishment", posting});
            outbox.add(new Object[] {posting * 2 + 1, "reprice", posting});
        }
        insert(connection, "INSERT INTO outbox (id, topic, posting_seq, created_at) VALUES (?, ?, ?, NOW(6))", outbox);
    }

    private void projections(Connection connection, List<Long> postings) throws SQLException {
        Map<Long, Pool> touched = new TreeMap<>();
        synchronized (pools) {
            for (long posting : postings) {
                for (RecordedSales.Step step : sales.steps(posting)) {
                    Pool pool = pools.get(step.pool());
                    pool.take(step);
                    touched.put(step.pool(), pool);
                }
            }
        }
        List<Object[]> poolRows = new ArrayList<>();
        List<Object[]> layerRows = new ArrayList<>();
        List<Object[]> balanceRows = new ArrayList<>();
        touched.forEach((id, pool) -> {
            poolRows.add(new Object[] {id, pool.item, pool.location, pool.onHand, pool.value, pool.ordinal,
                    Date.valueOf(pool.lastDate), pool.lastUnitCost});
            layerRows.add(new Object[] {id, pool.layerOrdinal, 0, pool.layerDate, pool.layerMovement, pool.onHand, pool.value});
            balanceRows.add(new Object[] {pool.item, pool.location, pool.onHand});
        });
        insert(connection, POOL, poolRows);
        insert(connection, LAYER, layerRows);
        insert(connection, BALANCE, balanceRows);
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
