package entrepot.inventory.purchasing.server;

import entrepot.inventory.purchasing.OrderLine;
import entrepot.inventory.purchasing.OrderState;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of orders. */
@ApplicationScoped
public class OrderTable {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** An order as its rows say. @param currency code, or null: the company's; @param customer code, or null */
    record Stored(
            UUID id, String number, long supplier, int leadTimeDays, String locationCode, String currency, String customer,
            int version, OrderState state) {
        List<Long> items() {
            return state.lines().stream().map(line -> line.item().value()).distinct().sorted().toList();
        }
    }

    record Head(String number, long supplier, int leadTimeDays, String locationCode, String currency, String customer, OrderStatus status, int version) {}

    record Line(int number, long item, long ordered, long received, BigDecimal unitCost, Long proposal, BigDecimal salePrice) {
        OrderLine line() {
            return new OrderLine(number, new ItemId(item), new Quantity(ordered), new Quantity(received), unitCost, proposal, salePrice);
        }
    }

    /** An order to be written. */
    record Fresh(
            UUID id, long supplier, LocationId location, LocalDate orderedOn, LocalDate expectedOn, String note, String currency,
            Long customer, String by, List<OrderLine> lines) {}

    Optional<Stored> find(UUID id) {
        return read(id, "");
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Stored> lock(UUID id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<Stored> read(UUID id, String lock) {
        return database.jdbi().withHandle(handle -> {
            if (!lock.isEmpty()) {
                handle.createQuery("SELECT version FROM purchase_order WHERE id = ? FOR UPDATE").bind(0, id).mapTo(int.class).findOne();
            }
            return handle.createQuery("SELECT o.number, o.supplier_id supplier, s.lead_time_days, l.code location_code, o.currency, c.code customer, o.status,"
                            + " o.version FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id"
                            + " JOIN location l ON l.id = o.location_id LEFT JOIN customer c ON c.id = o.customer_id WHERE o.id = ?")
                    .bind(0, id)
                    .mapTo(Head.class)
                    .findOne()
                    .map(head -> new Stored(id, head.number(), head.supplier(), head.leadTimeDays(), head.locationCode(),
                            head.currency(), head.customer(), head.version(), OrderState.of(head.status(), lines(handle, id))));
        });
    }

    private static List<OrderLine> lines(Handle handle, UUID id) {
        return handle.createQuery("SELECT line_no number, item_id item, ordered, received, unit_cost, proposal_id proposal, sale_price"
                        + " FROM purchase_order_line WHERE order_id = ? ORDER BY line_no")
                .bind(0, id)
                .mapTo(Line.class)
                .map(Line::line)
                .list();
    }

    int leadTimeDays(long supplier) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT lead_time_days FROM supplier WHERE id = ?").bind(0, supplier).mapTo(int.class).one());
    }

    void insert(Fresh order, int year) {
        database.jdbi().useHandle(handle -> {
            handle.execute("INSERT INTO purchase_order (id, number, supplier_id, location_id, status, ordered_on, expected_on,"
                            + " note, currency, customer_id, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Rows.bytes(order.id()), nextNumber(handle, year), order.supplier(), order.location().value(),
                    (order.orderedOn() == null ? OrderStatus.DRAFT : OrderStatus.ORDERED).name(), order.orderedOn(),
                    order.expectedOn(), order.note(), order.currency(), order.customer(), order.by(), now());
            insertLines(handle, order.id(), order.lines());
        });
    }

    void replaceLines(UUID id, List<OrderLine> lines) {
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM purchase_order_line WHERE order_id = ?", Rows.bytes(id));
            insertLines(handle, id, lines);
        });
    }

    private static void insertLines(Handle handle, UUID id, List<OrderLine> lines) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO purchase_order_line (order_id, line_no, item_id, ordered, unit_cost,"
                + " proposal_id, sale_price) VALUES (?, ?, ?, ?, ?, ?, ?)");
        lines.forEach(line -> batch.add(Rows.bytes(id), line.number(), line.item().value(), line.ordered().millionths(),
                line.unitCost(), line.proposal(), line.salePrice()));
        batch.execute();
    }

    void note(UUID id, LocalDate expectedOn, String note) {
        execute("UPDATE purchase_order SET expected_on = ?, note = ?, version = version + 1 WHERE id = ?",
                expectedOn, note, Rows.bytes(id));
    }

    void ordered(UUID id, LocalDate on, LocalDate expectedOn) {
        execute("UPDATE purchase_order SET status = 'ORDERED', ordered_on = ?, expected_on = COALESCE(expected_on, ?),"
                + " version = version + 1 WHERE id = ?", on, expectedOn, Rows.bytes(id));
    }

    void status(UUID id, OrderStatus status) {
        execute("UPDATE purchase_order SET status = ?, version = version + 1 WHERE id = ?", status.name(), Rows.bytes(id));
    }

    /** The row of the year stays locked until the commit, so numbers follow each other. */
    private static String nextNumber(Handle handle, int year) {
        handle.execute("INSERT INTO purchase_order_series (year, last) VALUES (?, 1) ON DUPLICATE KEY UPDATE last = last + 1", year);
        int last = handle.createQuery("SELECT last FROM purchase_order_series WHERE year = ?").bind(0, year).mapTo(int.class).one();
        return String.format("PO-%d-%06d", year, last);
    }

    private void execute(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
