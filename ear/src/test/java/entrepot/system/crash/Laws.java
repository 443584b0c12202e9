package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Launch;
import entrepot.system.Product;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What must hold after each death, read from the database and not from the product. */
final class Laws {

    /** Each counts what breaks it. */
    private static final Map<String, String> BOOK = new LinkedHashMap<>();

    static {
        BOOK.put("postings that do not balance",
                "SELECT COUNT(*) FROM (SELECT posting_seq FROM journal_line GROUP BY posting_seq HAVING SUM(amount) <> 0) t");
        BOOK.put("balances that are not the sum of their movements", "SELECT COUNT(*) FROM stock_balance b WHERE on_hand <>"
                + " (SELECT SUM(quantity) FROM movement m WHERE m.item_id = b.item_id AND m.location_id = b.location_id)");
        BOOK.put("pools that are not the sum of their value entries, or of their layers",
                "SELECT COUNT(*) FROM cost_pool p WHERE value <> (SELECT SUM(v.amount) FROM value_entry v"
                        + " WHERE v.item_id = p.item_id AND v.location_id = p.location_id)"
                        + " OR value <> (SELECT SUM(l.value) FROM cost_layer l WHERE l.pool_id = p.id)");
        BOOK.put("pennies between stock and the inventory account",
                "SELECT (SELECT SUM(amount) FROM value_entry) - (SELECT SUM(amount) FROM journal_line WHERE account_code = '1200')");
    }

    private static final String UNDECIDED = "SELECT COUNT(*) FROM inbox_mark k JOIN (SELECT m.item_id, MAX(s.number) last FROM seal s"
            + " JOIN movement m ON m.posting_seq = s.posting_seq GROUP BY m.item_id) moved ON moved.item_id = k.item_id WHERE k.seal < last";
    private static final String CHAIN = "SELECT COUNT(*) FROM (SELECT to_seal, LEAD(from_seal) OVER (PARTITION BY consumer, item_id"
            + " ORDER BY from_seal) next FROM decision) d WHERE next ";

    private final Product product;
    private final Slips slips;
    private final int opening;

    Laws(Product product, Slips slips, int opening) {
        this.product = product;
        this.slips = slips;
        this.opening = opening;
    }

    /**
     * @param missing sales that were acknowledged and are not in the book
     * @param doubled units that left the shelf without a sale that took them, and sales that nobody asked for
     */
    record Sold(long missing, long doubled) {}

    Sold sold() throws SQLException {
        try (Connection book = product.asApplication()) {
            Set<UUID> booked = booked(book);
            long missing = slips.acknowledged().stream().filter(id -> !booked.contains(id)).count();
            long unasked = booked.stream().filter(id -> !slips.asked().containsKey(id)).count();
            return new Sold(missing, unasked + unitsTooMany(book, booked));
        }
    }

    void theBookHolds(String where) throws SQLException {
        try (Connection book = product.asApplication()) {
            for (Map.Entry<String, String> law : BOOK.entrySet()) {
                assertThat(number(book, law.getValue())).as("%s: %s", where, law.getKey()).isZero();
            }
        }
    }

    /** For each item and queue the decisions cover the seals without gap or overlap, up to the last. */
    void everyDecisionFollowsTheOneBefore(String where) throws SQLException {
        try (Connection book = product.asApplication()) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while ((number(book, "SELECT COUNT(*) FROM outbox") > 0 || number(book, UNDECIDED) > 0) && System.nanoTime() < until) {
                Launch.pause(200);
            }
            assertThat(number(book, UNDECIDED)).as("%s: items that moved and were not decided on", where).isZero();
            assertThat(number(book, CHAIN + "> to_seal")).as("%s: gaps between decisions", where).isZero();
            assertThat(number(book, CHAIN + "< to_seal")).as("%s: decisions that cover the same sales", where).isZero();
        }
    }

    /** Messages that came again and had no effect. */
    long duplicates() throws SQLException {
        try (Connection book = product.asApplication()) {
            return number(book, "SELECT COALESCE(SUM(duplicates), 0) FROM inbox_mark");
        }
    }

    private static Set<UUID> booked(Connection book) throws SQLException {
        Set<UUID> booked = new HashSet<>();
        try (ResultSet rows = book.createStatement().executeQuery("SELECT id FROM posting WHERE kind = 'SALE'")) {
            while (rows.next()) {
                ByteBuffer id = ByteBuffer.wrap(rows.getBytes(1));
                booked.add(new UUID(id.getLong(), id.getLong()));
            }
        }
        return booked;
    }

    private long unitsTooMany(Connection book, Set<UUID> booked) throws SQLException {
        Map<String, Long> left = new HashMap<>();
        for (int item = 0; item < Basket.ITEMS; item++) {
            left.put(Basket.sku(item), (long) opening);
        }
        booked.stream().filter(slips.asked()::containsKey).forEach(id -> slips.asked().get(id).units().forEach(
                (item, units) -> left.merge(Basket.sku(item), (long) -units, Long::sum)));
        long wrong = 0;
        try (ResultSet rows = book.createStatement().executeQuery(
                "SELECT i.sku, b.on_hand DIV 1000000 FROM stock_balance b JOIN item i ON i.id = b.item_id")) {
            while (rows.next()) {
                wrong += Math.abs(left.get(rows.getString(1)) - rows.getLong(2));
            }
        }
        return wrong;
    }

    private static long number(Connection book, String sql) throws SQLException {
        try (ResultSet row = book.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
