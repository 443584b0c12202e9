package entrepot.inventory.stock.server;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Items with what is on hand and what it is worth. A cashier sees no values. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ItemBoard {

    /** What sold within so many days and is not there is out of stock. */
    static final int SOLD_WITHIN_DAYS = 90;

    private static final String SHOWN = "WITH shown AS (SELECT i.sku, i.name, i.unit_code unit, c.name category, s.name supplier,"
            + " i.costing, i.active, COALESCE(p.on_hand, 0) on_hand, COALESCE(p.value, 0) value"
            + " FROM item i LEFT JOIN category c ON c.id = i.category_id LEFT JOIN supplier s ON s.id = i.supplier_id"
            + " LEFT JOIN (SELECT item_id, SUM(on_hand) on_hand, SUM(value) value FROM cost_pool GROUP BY item_id) p"
            + " ON p.item_id = i.id WHERE %s) ";

    private static final String SITES_FIRST = "of_site IS NOT NULL, ";

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** By what a list is sorted; the SKU decides between equals. */
    public enum Order {
        SKU("sku", ">", ""), NAME("name", ">", ""), ON_HAND("on_hand", "<", " DESC"), VALUE("value", "<", " DESC");

        private final String column;
        private final String beyond;
        private final String direction;

        Order(String column, String beyond, String direction) {
            this.column = column;
            this.beyond = beyond;
            this.direction = direction;
        }

        /** Rows behind the one with SKU {@code :after}. */
        private String behind() {
            String last = "(SELECT " + column + " FROM shown WHERE sku = :after)";
            return "(" + column + " " + beyond + " " + last + " OR " + column + " = " + last + " AND sku > :after)";
        }
    }

    /** @param value null for those who may not see costs */
    public record Line(
            String sku, String name, String unit, String category, String supplier, String costing, boolean active,
            Quantity onHand, Money value) {

        private Line withoutValue() {
            return new Line(sku, name, unit, category, supplier, costing, active, onHand, null);
        }
    }

    /** How many, and what they are worth together; null for those who may not see costs. */
    public record Sum(long items, Money value) {}

    /** A code that items are filtered by. */
    public record Choice(String code, String name) {}

    /** @param after the SKU of the last item of the part before, or null */
    public List<Line> list(ItemFilter filter, Order order, String after, int limit) {
        ItemFilter.Condition which = condition(filter);
        List<Line> lines = figures.read(handle -> handle
                .createQuery(SHOWN.formatted(which.sql()) + "SELECT * FROM shown WHERE " + (after == null ? "TRUE" : order.behind())
                        + " ORDER BY " + order.column + order.direction + ", sku LIMIT :limit")
                .bindMap(which.values())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
        return seesCosts() ? lines : lines.stream().map(Line::withoutValue).toList();
    }

    public Sum sum(ItemFilter filter) {
        ItemFilter.Condition which = condition(filter);
        Sum sum = figures.read(handle -> handle
                .createQuery(SHOWN.formatted(which.sql()) + "SELECT COUNT(*) items, COALESCE(SUM(value), 0) value FROM shown")
                .bindMap(which.values())
                .mapTo(Sum.class)
                .one());
        return seesCosts() ? sum : new Sum(sum.items(), null);
    }

    public List<Choice> categories() {
        return choices("category");
    }

    public List<Choice> suppliers() {
        return choices("supplier");
    }

    /** Sites, then the places of sites. */
    public List<Choice> locations() {
        return choices("location WHERE NOT drop_ship", SITES_FIRST);
    }

    /** As {@link #locations}, where goods may be sold from. */
    public List<Choice> sellingLocations() {
        return choices("location WHERE active AND NOT drop_ship AND status IN ('AVAILABLE', 'CONSIGNED')", SITES_FIRST);
    }

    /** Locations that are sites, without their places. */
    public List<Choice> sites() {
        return choices("location WHERE of_site IS NULL AND NOT drop_ship");
    }

    private List<Choice> choices(String table) {
        return choices(table, "");
    }

    private List<Choice> choices(String table, String first) {
        return figures.read(handle ->
                handle.createQuery("SELECT code, name FROM " + table + " ORDER BY " + first + "name, code").mapTo(Choice.class).list());
    }

    private boolean seesCosts() {
        return StockReport.SEE_COSTS.stream().anyMatch(context::isCallerInRole);
    }

    private ItemFilter.Condition condition(ItemFilter filter) {
        LocalDate today = companies.company().businessDate(clock.instant());
        return filter.condition(today.minusDays(SOLD_WITHIN_DAYS));
    }
}
