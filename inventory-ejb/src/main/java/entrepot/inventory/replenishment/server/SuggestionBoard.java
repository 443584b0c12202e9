package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.Reason;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.inbox.DecisionLag;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What should we order today, and why? */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class SuggestionBoard {

    private static final String ROWS = "SELECT p.id, i.sku, i.name, i.unit_code unit, s.code supplier, s.name supplier_name,"
            + " l.code location, p.status, p.quantity, p.suggested, i.pack, i.minimum_order, p.unit_cost, p.reason, p.from_seal, p.to_seal,"
            + " p.made_at, p.decided_at, p.version, p.closed_by, p.note, o.number order_number,"
            + " CONCAT_WS('.', COALESCE(p.supplier_id, 0), p.location_id, p.id) `key` FROM proposal p"
            + " JOIN item i ON i.id = p.item_id JOIN location l ON l.id = p.location_id"
            + " LEFT JOIN supplier s ON s.id = p.supplier_id LEFT JOIN purchase_order o ON o.id = p.order_id";

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private DecisionLag lag;

    /**
     * A proposal with every number behind it.
     *
     * @param supplier    code, or null where the item names none
     * @param quantity    to be ordered
     * @param suggested   by the policy now: differs where a buyer wrote another quantity
     * @param unitCost    as the supplier asks, or null
     * @param cost        of the quantity, or null
     * @param orderNumber of the order it became, or null
     * @param key         place in the list: what to go on after
     */
    public record Suggested(
            long id, String sku, String name, String unit, String supplier, String supplierName, String location, String status,
            Quantity quantity, Quantity suggested, Quantity pack, Quantity minimum, BigDecimal unitCost, Money cost, Reason reason,
            long fromSeal, long toSeal, LocalDateTime madeAt, LocalDateTime decidedAt, int version, String closedBy, String note,
            String orderNumber, String key) {

        public boolean isLive() {
            return status.equals("OPEN") || status.equals("EDITED");
        }
    }

    /** What one supplier is to bring to one location. @param supplier code, or null */
    public record Group(String supplier, String supplierName, String location, int proposals, Money cost) {}

    /**
     * What to show: codes, or null for all.
     *
     * @param status null: what is open or edited
     * @param after  the last key shown, or null
     */
    public record Filter(String supplier, String location, String sku, String status, String after, int limit) {}

    /** By supplier, then location. */
    public List<Suggested> list(Filter filter) {
        Keys after = Keys.of(filter.after());
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ROWS + " WHERE (:status IS NULL AND p.live = 1 OR p.status = :status)"
                        + " AND (:supplier IS NULL OR s.code = :supplier) AND (:location IS NULL OR l.code = :location)"
                        + " AND (:sku IS NULL OR i.sku = :sku)"
                        + " AND (COALESCE(p.supplier_id, 0), p.location_id, p.id) > (:afterSupplier, :afterLocation, :afterId)"
                        + " ORDER BY COALESCE(p.supplier_id, 0), p.location_id, p.id LIMIT :limit")
                .bind("status", filter.status())
                .bind("supplier", filter.supplier())
                .bind("location", filter.location())
                .bind("sku", filter.sku())
                .bind("afterSupplier", after.supplier())
                .bind("afterLocation", after.location())
                .bind("afterId", after.id())
                .bind("limit", filter.limit())
                .mapTo(Row.class)
                .map(this::suggested)
                .list());
    }

    public Optional<Suggested> find(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(ROWS + " WHERE p.id = ?").bind(0, id).mapTo(Row.class).findOne()).map(this::suggested);
    }

    /** Live proposals, counted and costed for each order they would make. */
    public List<Group> groups() {
        record Sum(String supplier, String supplierName, String location, int proposals, BigDecimal cost) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.code supplier, s.name supplier_name, l.code location, COUNT(*) proposals,"
                        + " COALESCE(SUM(p.quantity * p.unit_cost) / 1000000, 0) cost FROM proposal p"
                        + " JOIN location l ON l.id = p.location_id LEFT JOIN supplier s ON s.id = p.supplier_id"
                        + " WHERE p.live = 1 GROUP BY s.id, l.id ORDER BY s.name, l.code")
                .mapTo(Sum.class)
                .map(sum -> new Group(sum.supplier(), sum.supplierName(), sum.location(), sum.proposals(), money(sum.cost())))
                .list());
    }

    /** How long the last postings waited for their decision. */
    public DecisionLag.Lag lag(int postings) {
        return lag.last(Replenisher.CONSUMER, postings);
    }

    private record Keys(long supplier, long location, long id) {
        static Keys of(String key) {
            if (key == null || !key.matches("\\d{1,18}\\.\\d{1,18}\\.\\d{1,18}")) {
                return new Keys(-1, -1, -1);
            }
            String[] parts = key.split("\\.");
            return new Keys(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }

    record Row(
            long id, String sku, String name, String unit, String supplier, String supplierName, String location, String status,
            long quantity, long suggested, long pack, long minimumOrder, BigDecimal unitCost, String reason, long fromSeal, long toSeal,
            LocalDateTime madeAt, LocalDateTime decidedAt, int version, String closedBy, String note, String orderNumber, String key) {}

    private Suggested suggested(Row row) {
        Quantity quantity = new Quantity(row.quantity());
        return new Suggested(row.id(), row.sku(), row.name(), row.unit(), row.supplier(), row.supplierName(), row.location(),
                row.status(), quantity, new Quantity(row.suggested()), new Quantity(row.pack()), new Quantity(row.minimumOrder()),
                row.unitCost(), row.unitCost() == null ? null : Money.worth(quantity, row.unitCost(), companies.company().currency()),
                ReasonText.read(row.reason()), row.fromSeal(), row.toSeal(), row.madeAt(), row.decidedAt(), row.version(),
                row.closedBy(), row.note(), row.orderNumber(), row.key());
    }

    private Money money(BigDecimal amount) {
        return Money.rounded(amount, companies.company().currency());
    }
}
