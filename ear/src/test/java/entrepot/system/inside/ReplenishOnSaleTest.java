package entrepot.system.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.ReturnCost;
import entrepot.inventory.ledger.UnmatchedCost;
import entrepot.inventory.replenishment.server.Replenisher;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.server.SaleDesk;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What the queue may do to decisions: come twice, come late, carry what nobody can read. */
@Inside
class ReplenishOnSaleTest {

    private static final long PATIENCE_MILLIS = 60_000;
    private static final Currency GBP = Currency.getInstance("GBP");

    @Deployment
    static EnterpriseArchive archive() {
        return Inside.Archive.with(ReplenishOnSaleTest.class, AsSystem.class);
    }

    @Test
    void aMessageThatComesTwiceOrLateHasOneEffect() throws Exception {
        long item = itemBelowItsReorderPoint();
        long before = number("SELECT duplicates FROM inbox_mark WHERE consumer = 'replenishment' AND item_id = ?", item);
        long mark = number("SELECT seal FROM inbox_mark WHERE consumer = 'replenishment' AND item_id = ?", item);
        long decisions = number("SELECT COUNT(*) FROM decision WHERE consumer = 'replenishment' AND item_id = ?", item);
        send(message(1, item, mark));
        send(message(1, item, mark - 1));
        until(1, "SELECT duplicates >= " + (before + 2) + " FROM inbox_mark WHERE consumer = 'replenishment' AND item_id = ?", item);
        assertEquals(decisions, number("SELECT COUNT(*) FROM decision WHERE consumer = 'replenishment' AND item_id = ?", item));
        assertEquals(1, number("SELECT COUNT(*) FROM proposal WHERE item_id = ?", item));
    }

    @Test
    void decisionsAtOnceMakeOneProposal() throws Exception {
        Replenisher replenisher = InitialContext.doLookup("java:app/inventory-ejb/Replenisher");
        for (int round = 0; round < 5; round++) {
            long item = item();
            sell(item);
            atOnce(6, () -> {
                replenisher.review(item);
                return null;
            });
            until(1, "SELECT COUNT(*) FROM proposal WHERE item_id = ? AND live = 1", item);
            assertEquals(1, number("SELECT COUNT(*) FROM proposal WHERE item_id = ?", item));
        }
    }

    @Test
    void whatNobodyCanReadIsPutAsideAndStopsNobody() throws Exception {
        long unknown = 999_999_999_999L;
        String mark = UUID.randomUUID().toString();
        send("{\"mark\":\"" + mark + "\"");
        send(message(2, unknown, 1).replace("SKU", mark));
        send(message(1, unknown, 1).replace("SKU", mark));
        long start = System.nanoTime();
        itemBelowItsReorderPoint();
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 30_000, "a good one waited " + millis + " ms behind bad ones");
        List<String> reasons = reasons(mark);
        assertEquals(3, reasons.size(), reasons.toString());
        assertTrue(reasons.get(0).startsWith("malformed: "), reasons.toString());
        assertEquals("version 2 of the form is not known, only 1", reasons.get(1));
        assertEquals("no item 999999999999 '" + mark + "'", reasons.get(2));
    }

    private static long itemBelowItsReorderPoint() throws Exception {
        long item = item();
        sell(item);
        until(1, "SELECT COUNT(*) FROM proposal WHERE item_id = ? AND live = 1", item);
        until(0, "SELECT COUNT(*) FROM movement m LEFT JOIN seal s ON s.posting_seq = m.posting_seq LEFT JOIN inbox_mark i"
                + " ON i.consumer = 'replenishment' AND i.item_id = m.item_id"
                + " WHERE m.item_id = ? AND COALESCE(s.number > i.seal, TRUE)", item);
        return item;
    }

    private static long item() throws Exception {
        long item = number("SELECT NEXT VALUE FOR entrepot_id + ?", 0);
        String code = "T" + item;
        execute("INSERT INTO location (id, code, name) VALUES (?, ?, ?)", item, code, code);
        execute("INSERT INTO supplier (id, code, name, lead_time_days) VALUES (?, ?, ?, 5)", item, code, code);
        execute("INSERT INTO item (id, sku, name, unit_code, costing, supplier_id, purchase_cost) VALUES (?, ?, ?, 'EA', 'FIFO', ?, 1)",
                item, code, code, item);
        GoodsDesk goods = InitialContext.doLookup("java:app/inventory-ejb/GoodsDesk");
        var line = new GoodsNote.Line(code, Quantity.units(100), BigDecimal.ONE, null, null, 0);
        var note = new GoodsNote(UUID.randomUUID(), PostingKind.OPENING, code, null, LocalDate.now(), Instant.now(), null, null, null,
                ReturnCost.ORIGINAL, List.of(line));
        accepted(asSystem(() -> goods.post(new GoodsDesk.Request(note, code))));
        return item;
    }

    private static void sell(long item) throws Exception {
        SaleDesk sales = InitialContext.doLookup("java:app/inventory-ejb/SaleDesk");
        String code = "T" + item;
        var line = new Sale.Line(code, Quantity.units(90), BigDecimal.TEN, Money.zero(GBP), null, null, 0);
        var sale = new Sale(UUID.randomUUID(), Sale.Kind.SALE, "POS", null, code, LocalDate.now(), Instant.now(), null, null, null,
                false, UnmatchedCost.CURRENT, List.of(line), List.of());
        accepted(asSystem(() -> sales.post(new SaleDesk.Request(sale, code))));
    }

    private static void accepted(PostingOutcome outcome) {
        assertTrue(outcome instanceof PostingOutcome.Accepted, outcome.toString());
    }

    private static <T> T asSystem(Callable<T> work) throws Exception {
        AsSystem system = InitialContext.doLookup("java:module/AsSystem");
        return system.call(work);
    }

    private static void atOnce(int times, Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        AsSystem system = InitialContext.doLookup("java:module/AsSystem");
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                all.add(threads.submit(() -> system.call(work)));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    // The queue

    private static String message(int version, long item, long watermark) {
        return "{\"v\":%d,\"item\":%d,\"sku\":\"SKU\",\"watermark\":%d,\"since\":\"2026-01-01\"}".formatted(version, item, watermark);
    }

    private static void send(String text) throws Exception {
        try (JMSContext context = connections().createContext()) {
            context.createProducer().send(context.createQueue("replenishment"), text);
        }
    }

    /** Of the dead letters that hold {@code mark}, in the order in which they were sent. */
    private static List<String> reasons(String mark) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        List<String> reasons = List.of();
        while (reasons.size() < 3 && System.currentTimeMillis() < end) {
            reasons = lookForReasons(mark);
            Thread.sleep(100);
        }
        List<String> sorted = new ArrayList<>(reasons);
        sorted.sort(Comparator.comparing(reason -> reason.startsWith("malformed") ? 0 : reason.startsWith("version") ? 1 : 2));
        return sorted;
    }

    private static List<String> lookForReasons(String mark) throws Exception {
        List<String> reasons = new ArrayList<>();
        try (JMSContext context = connections().createContext();
                var browser = context.createBrowser(context.createQueue("replenishment-dead"))) {
            Enumeration<?> letters = browser.getEnumeration();
            for (Object letter : Collections.list(letters)) {
                Message message = (Message) letter;
                if (message.getBody(String.class).contains(mark)) {
                    reasons.add(message.getStringProperty("reason"));
                }
            }
        }
        return reasons;
    }

    private static ConnectionFactory connections() throws Exception {
        return InitialContext.doLookup("java:/JmsXA");
    }

    // The database

    private static void until(long wanted, String sql, long item) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (number(sql, item) != wanted && System.currentTimeMillis() < end) {
            Thread.sleep(50);
        }
        assertEquals(wanted, number(sql, item), sql);
    }

    private static long number(String sql, long value) throws Exception {
        try (Connection connection = database().getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, value);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static void execute(String sql, Object... values) throws Exception {
        try (Connection connection = database().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static DataSource database() throws Exception {
        return InitialContext.doLookup("java:jboss/datasources/Entrepot");
    }
}
