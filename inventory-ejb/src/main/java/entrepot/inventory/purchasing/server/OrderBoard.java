package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is coming, when, at what cost. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class OrderBoard {

    private static final String HEAD = "SELECT o.id, o.number, s.code supplier, s.name supplier_name, l.code location, o.status,"
            + " o.ordered_on, o.expected_on, o.note, o.currency, k.code customer, o.made_by, o.made_at, o.version, COUNT(x.line_no) `lines`,"
            + " COALESCE(SUM(x.ordered * x.unit_cost) / 1000000, 0) cost,"
            + " o.status IN ('ORDERED', 'PARTIAL') AND o.expected_on < :today late"
            + " FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id JOIN location l ON l.id = o.location_id"
            + " LEFT JOIN customer k ON k.id = o.customer_id"
            + " JOIN purchase_order_line x ON x.order_id = o.id";

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /**
     * An order in a list.
     *
     * @param lines how many
     * @param cost  of all that is ordered, as agreed, in the currency of the order; lines without a cost count as nothing
     * @param customer to whom the supplier ships it, or null
     * @param late  expected before today and not all there
     */
    public record Order(
            UUID id, String number, String supplier, String supplierName, String location, OrderStatus status, LocalDate orderedOn,
            LocalDate expectedOn, String note, String customer, String madeBy, LocalDateTime madeAt, int version, int lines, Money cost,
            boolean late) {}

    /** @param proposal it came from, or null; @param catchWeight whether its pieces are counted beside what they weigh */
    public record Line(
            int number, String sku, String name, String unit, Quantity ordered, Quantity received, BigDecimal unitCost, Long proposal,
            BigDecimal salePrice, Tracking tracking, boolean catchWeight) {}

    /** @param days from order to receipt, or null where the day of the order is not known */
    public record Arrived(UUID posting, int line, Quantity quantity, LocalDate on, Integer days) {}

    /**
     * What came otherwise than its delivery note says.
     *
     * @param line     of the order, from 0
     * @param refused  damaged and not kept: it goes back
     * @param missing  on the note and not there
     * @param over     accepted beyond what was ordered
     */
    public record Discrepancy(
            UUID posting, LocalDate on, String reference, int line, String sku, String name, Quantity delivered, Quantity accepted,
            Quantity damaged, Quantity refused, Quantity missing, Quantity over, String reason) {}

    public record Detail(Order order, List<Line> lines, List<Arrived> receipts, List<Discrepancy> discrepancies) {

        public Detail(Order order, List<Line> lines, List<Arrived> receipts) {
            this(order, lines, receipts, List.of());
        }
    }

    /** What to show: codes, or null for all. @param after number of the last order shown, or null; newest first */
    public record Filter(OrderStatus status, String supplier, String location, String sku, String after, int limit) {}

    public List<Order> list(Filter filter) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(HEAD + " WHERE (:status IS NULL OR o.status = :status) AND (:supplier IS NULL OR s.code = :supplier)"
                        + " AND (:location IS NULL OR l.code = :location) AND (:after IS NULL OR o.number < :after)"
                        + " AND (:sku IS NULL OR EXISTS (SELECT 1 FROM purchase_order_line y JOIN item i ON i.id = y.item_id"
                        + " WHERE y.order_id = o.id AND i.sku = :sku)) GROUP BY o.id ORDER BY o.number DESC LIMIT :limit")
                .bind("status", filter.status() == null ? null : filter.status().name())
                .bind("supplier", filter.supplier())
                .bind("location", filter.location())
                .bind("sku", filter.sku())
                .bind("after", filter.after())
                .bind("limit", filter.limit())
                .bind("today", today())
                .mapTo(Row.class)
                .map(this::order)
                .list());
    }

    /** LATE: expected before today; SOON: today or in the next seven days. Sent, and not all there. */
    public enum Due { LATE, SOON }

    /** First expected first. */
    public List<Order> due(Due due) {
        LocalDate today = today();
        return database.jdbi().withHandle(handle -> handle
                .createQuery(HEAD + " WHERE o.status IN ('ORDERED', 'PARTIAL') AND o.expected_on BETWEEN :from AND :to"
                        + " GROUP BY o.id ORDER BY o.expected_on, o.number LIMIT 1000")
                .bind("from", due == Due.LATE ? LocalDate.of(1970, 1, 1) : today)
                .bind("to", due == Due.LATE ? today.minusDays(1) : today.plusDays(7))
                .bind("today", today)
                .mapTo(Row.class)
                .map(this::order)
                .list());
    }

    /** Whose number has {@code part} in it, newest first. */
    public List<Order> numbered(String part, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(HEAD + " WHERE o.number LIKE :part ESCAPE '!' GROUP BY o.id ORDER BY o.number DESC LIMIT :limit")
                .bind("part", "%" + part.replaceAll("([%_!])", "!$1") + "%")
                .bind("limit", limit)
                .bind("today", today())
                .mapTo(Row.class)
                .map(this::order)
                .list());
    }

    public Optional<Detail> find(UUID id) {
        return database.jdbi().withHandle(handle -> handle
                        .createQuery(HEAD + " WHERE o.id = :id GROUP BY o.id")
                        .bind("id", id)
                        .bind("today", today())
                        .mapTo(Row.class)
                        .findOne())
                .map(row -> new Detail(order(row), lines(id), receipts(id), discrepancies(id)));
    }

    private List<Line> lines(UUID id) {
        record Stored(int number, String sku, String name, String unit, long ordered, long received, BigDecimal unitCost, Long proposal,
                BigDecimal salePrice, Tracking tracking, boolean catchWeight) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT x.line_no number, i.sku, i.name, i.unit_code unit, x.ordered, x.received, x.unit_cost,"
                        + " x.proposal_id proposal, x.sale_price, i.tracking, i.piece_size IS NOT NULL catch_weight FROM purchase_order_line x JOIN item i ON i.id = x.item_id"
                        + " WHERE x.order_id = ? ORDER BY x.line_no")
                .bind(0, id)
                .mapTo(Stored.class)
                .map(row -> new Line(row.number(), row.sku(), row.name(), row.unit(), new Quantity(row.ordered()),
                        new Quantity(row.received()), row.unitCost(), row.proposal(), row.salePrice(), row.tracking(), row.catchWeight()))
                .list());
    }

    private List<Arrived> receipts(UUID id) {
        record Stored(UUID posting, int line, long quantity, LocalDate on, Integer days) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.id posting, r.line_no line, r.quantity, r.received_on `on`,"
                        + " DATEDIFF(r.received_on, o.ordered_on) days FROM purchase_order_receipt r"
                        + " JOIN purchase_order o ON o.id = r.order_id JOIN posting p ON p.seq = r.posting_seq"
                        + " WHERE r.order_id = ? ORDER BY r.received_on, r.posting_seq, r.line_no")
                .bind(0, id)
                .mapTo(Stored.class)
                .map(row -> new Arrived(row.posting(), row.line(), new Quantity(row.quantity()), row.on(), row.days()))
                .list());
    }

    private List<Discrepancy> discrepancies(UUID id) {
        record Stored(
                UUID posting, LocalDate on, String reference, int line, String sku, String name, long delivered, long accepted, long damaged,
                boolean kept, long overOrder, String reason) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.id posting, p.business_date `on`, p.reference, d.line_no line, i.sku, i.name, d.delivered, d.accepted,"
                        + " d.damaged, d.kept, d.over_order, d.reason FROM receipt_discrepancy d JOIN posting p ON p.seq = d.posting_seq"
                        + " JOIN purchase_order_line x ON x.order_id = d.order_id AND x.line_no = d.line_no JOIN item i ON i.id = x.item_id"
                        + " WHERE d.order_id = ? AND NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = p.seq)"
                        + " ORDER BY p.business_date, d.posting_seq, d.line_no")
                .bind(0, id)
                .mapTo(Stored.class)
                .map(row -> new Discrepancy(row.posting(), row.on(), row.reference(), row.line(), row.sku(), row.name(),
                        new Quantity(row.delivered()), new Quantity(row.accepted()), new Quantity(row.damaged()),
                        row.kept() ? Quantity.ZERO : new Quantity(row.damaged()),
                        new Quantity(row.delivered() - row.accepted() - row.damaged()), new Quantity(row.overOrder()), row.reason()))
                .list());
    }

    record Row(
            UUID id, String number, String supplier, String supplierName, String location, OrderStatus status, LocalDate orderedOn,
            LocalDate expectedOn, String note, String currency, String customer, String madeBy, LocalDateTime madeAt, int version, int lines, BigDecimal cost,
            boolean late) {}

    private Order order(Row row) {
        return new Order(row.id(), row.number(), row.supplier(), row.supplierName(), row.location(), row.status(), row.orderedOn(),
                row.expectedOn(), row.note(), row.customer(), row.madeBy(), row.madeAt(), row.version(), row.lines(),
                Money.rounded(row.cost(), row.currency() == null ? companies.company().currency() : Currency.getInstance(row.currency())), row.late());
    }

    private LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }
}
