package entrepot.inventory.stock.server;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.subtotal.server.RoleBalance;
import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Stock on any day, as it was known at any seal: the sum of the entries with a business date up to the day, sealed up to
 * the seal.
 */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ValuationReport {

    private static final String STOCK = "SELECT item_id, q.site_id location_id, SUM(quantity) quantity, SUM(amount) amount FROM ("
            + "SELECT e.item_id, e.location_id, SUM(e.quantity) quantity, 0 amount FROM movement e FORCE INDEX (movement_item) WHERE %1$s"
            + " GROUP BY e.item_id, e.location_id UNION ALL SELECT e.item_id, e.location_id, 0, SUM(e.amount)"
            + " FROM value_entry e FORCE INDEX (value_entry_item) WHERE %1$s GROUP BY e.item_id, e.location_id) sums"
            + " JOIN location q ON q.id = sums.location_id GROUP BY item_id, q.site_id HAVING SUM(quantity) <> 0 OR SUM(amount) <> 0";
    private static final String WORTH = "SELECT e.item_id, e.location_id, SUM(e.amount) amount FROM value_entry e FORCE INDEX (value_entry_item)"
            + " WHERE %s GROUP BY e.item_id, e.location_id HAVING SUM(e.amount) <> 0";
    private static final int WIDER = 4;

    @Inject
    private Figures figures;

    /** The last seal up to a moment, UTC; 0 before the first. */
    public long sealAt(java.time.LocalDateTime moment) {
        return figures.read(handle -> handle
                .createQuery("SELECT number FROM seal WHERE sealed_at <= ? ORDER BY number DESC LIMIT 1")
                .bind(0, moment)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /**
     * @param knownAt a seal, or null for all that is posted
     * @param after   rows by item only: a {@link Valuation.Row#key}, or null for the start
     */
    public Valuation of(LocalDate asOf, Long knownAt, Valuation.By by, StockFilter filter, String after, int limit) {
        return figures.readOneMoment(handle -> {
            Subtotals known = Subtotals.of(handle, knownAt);
            Money total = total(handle, asOf, known);
            Money inventory = RoleBalance.of(handle, known, AccountRole.INVENTORY.name(), null, asOf).closing();
            List<Valuation.Row> rows = by == Valuation.By.LOCATION && !filter.isOfItems()
                    ? byLocation(handle, asOf, known, filter, limit) : rows(handle, day(handle, asOf, knownAt), by, filter, after, limit);
            return new Valuation(asOf, knownAt, total, inventory, rows);
        });
    }

    /** Quantities and values by item and location, as of a day. @param after a {@link Valuation.Row#key} */
    public List<Valuation.Row> stockAsOf(LocalDate asOf, Long knownAt, StockFilter filter, String after, int limit) {
        return figures.readOneMoment(handle -> byItem(handle, day(handle, asOf, knownAt), filter, after, limit));
    }

    /** Likewise lot by lot, of the items that are kept by lot. */
    public List<Valuation.Row> lotsAsOf(LocalDate asOf, Long knownAt, StockFilter filter, String after, int limit) {
        return figures.readOneMoment(handle -> byLot(handle, day(handle, asOf, knownAt), filter, after, limit));
    }

    private static Day day(Handle handle, LocalDate asOf, Long knownAt) {
        return new Day(asOf, knownAt == null ? null : SealBound.of(handle, knownAt));
    }

    /** @param seal null for all that is posted */
    record Day(LocalDate asOf, SealBound seal) {

        String counts() {
            return "e.business_date <= :asOf" + (seal == null ? "" : SealBound.sealed("e"));
        }

        Query bind(Query query) {
            return (seal == null ? query : seal.bind(query)).bind("asOf", asOf);
        }
    }

    private record Group(String name, String category, String location, Money value) {

        Valuation.Row row() {
            return new Valuation.Row(null, name, category, location, null, null, value);
        }
    }

    private record Item(long id, String sku) {}

    private static Money total(Handle handle, LocalDate asOf, Subtotals known) {
        return known.bind(handle.createQuery("SELECT COALESCE(SUM(e.amount), 0) FROM " + known.values() + " e WHERE e.business_date <= :asOf"))
                .bind("asOf", asOf)
                .mapTo(Money.class)
                .one();
    }

    private static List<Valuation.Row> rows(Handle handle, Day day, Valuation.By by, StockFilter filter, String after, int limit) {
        return switch (by) {
            case ITEM -> byItem(handle, day, filter, after, limit);
            case LOT -> byLot(handle, day, filter, after, limit);
            case LOCATION -> grouped(handle, day, "NULL name, NULL category, l.code location", filter, limit);
            case CATEGORY -> grouped(handle, day, "c.name, c.code category, NULL location", filter, limit);
        };
    }

    /** Stretch by stretch of the items in their order, each wider than the last, until there are enough rows. */
    private static List<Valuation.Row> byItem(Handle handle, Day day, StockFilter filter, String after, int limit) {
        List<Valuation.Row> rows = new ArrayList<>();
        List<Item> items = items(handle, filter, after == null ? "" : after.split("~", 2)[0], true, limit);
        for (int width = limit; !items.isEmpty() && rows.size() < limit; width *= WIDER) {
            rows.addAll(stock(handle, day, filter, items, after, limit - rows.size()));
            items = items(handle, filter, items.get(items.size() - 1).sku(), false, width);
        }
        return rows;
    }

    /** Likewise. What is after {@code after} is told row by row, since the lots of a shelf share its worth. */
    private static List<Valuation.Row> byLot(Handle handle, Day day, StockFilter filter, String after, int limit) {
        List<Valuation.Row> rows = new ArrayList<>();
        List<Item> items = items(handle, filter, after == null ? "" : after.split("~", 2)[0], true, limit);
        for (int width = limit; !items.isEmpty() && rows.size() < limit; width *= WIDER) {
            LotsAsOf.of(handle, day, filter, items.stream().map(Item::id).toList()).stream()
                    .filter(row -> after == null || row.isAfter(after)).limit(limit - rows.size()).forEach(rows::add);
            items = items(handle, filter, items.get(items.size() - 1).sku(), false, width);
        }
        return rows;
    }

    private static List<Item> items(Handle handle, StockFilter filter, String from, boolean itself, int limit) {
        return StockSql.bindItem(handle.createQuery("SELECT i.id, i.sku FROM item i LEFT JOIN category c ON c.id = i.category_id WHERE i.sku "
                        + (itself ? ">=" : ">") + " :from" + StockSql.OF_ITEM + " ORDER BY i.sku LIMIT :limit"), filter)
                .bind("from", from)
                .bind("limit", limit)
                .mapTo(Item.class)
                .list();
    }

    private static List<Valuation.Row> stock(
            Handle handle, Day day, StockFilter filter, List<Item> items, String after, int limit) {
        String counts = "e.item_id IN (<items>) AND " + day.counts();
        Query query = handle.createQuery("SELECT i.sku, i.name, c.code category, l.code location, NULL lot, t.quantity, t.amount value FROM ("
                        + STOCK.formatted(counts) + ") t JOIN item i ON i.id = t.item_id JOIN location l ON l.id = t.location_id"
                        + " LEFT JOIN category c ON c.id = i.category_id WHERE TRUE" + StockSql.FILTER + StockSql.AFTER
                        + " ORDER BY i.sku, l.code LIMIT :limit")
                .bindList("items", items.stream().map(Item::id).toList());
        return day.bind(StockSql.bind(query, filter, after)).bind("limit", limit).mapTo(Valuation.Row.class).list();
    }

    /** Of all items. */
    private static List<Valuation.Row> byLocation(Handle handle, LocalDate asOf, Subtotals known, StockFilter filter, int limit) {
        Query query = handle.createQuery("SELECT NULL name, NULL category, l.code location, SUM(e.amount) value FROM " + known.values() + " e"
                + " JOIN location q ON q.id = e.location_id JOIN location l ON l.id = q.site_id WHERE e.business_date <= :asOf" + StockSql.AT_LOCATION
                + " GROUP BY l.code HAVING SUM(e.amount) <> 0 ORDER BY l.code LIMIT :limit");
        return groups(known.bind(StockSql.bindLocation(query, filter)).bind("asOf", asOf), limit);
    }

    private static List<Valuation.Row> grouped(Handle handle, Day day, String group, StockFilter filter, int limit) {
        Query query = handle.createQuery("SELECT " + group + ", SUM(t.amount) value FROM (" + WORTH.formatted(day.counts()) + ") t"
                + " JOIN item i ON i.id = t.item_id LEFT JOIN category c ON c.id = i.category_id"
                + " JOIN location q ON q.id = t.location_id JOIN location l ON l.id = q.site_id WHERE TRUE" + StockSql.OF_ITEM + StockSql.AT_LOCATION
                + " GROUP BY category, location ORDER BY category, location LIMIT :limit");
        return groups(day.bind(StockSql.bindLocation(StockSql.bindItem(query, filter), filter)), limit);
    }

    private static List<Valuation.Row> groups(Query query, int limit) {
        return query.bind("limit", limit).mapTo(Group.class).stream().map(Group::row).toList();
    }
}
