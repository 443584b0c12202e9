package entrepot.inventory.stock.server;

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
    private static final String WORTH = "SELECT %1$s, SUM(e.amount) amount FROM value_entry e FORCE INDEX (value_entry_item)"
            + " WHERE %2$s GROUP BY %1$s HAVING SUM(e.amount) <> 0";
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
        return figures.read(handle -> {
            Day day = new Day(asOf, knownAt == null ? null : SealBound.of(handle, knownAt));
            if (by == Valuation.By.LOCATION || by == Valuation.By.CATEGORY) {
                return grouped(handle, day, by, filter, limit);
            }
            Sums sums = sums(handle, day);
            return new Valuation(asOf, knownAt, sums.total(), sums.inventory(), by == Valuation.By.LOT
                    ? byLot(handle, day, filter, after, limit) : byItem(handle, day, filter, after, limit));
        });
    }

    /** Quantities and values by item and location, as of a day. @param after a {@link Valuation.Row#key} */
    public List<Valuation.Row> stockAsOf(LocalDate asOf, Long knownAt, StockFilter filter, String after, int limit) {
        Day day = new Day(asOf, knownAt == null ? null : SealBound.lookedUp(knownAt));
        return figures.read(handle -> byItem(handle, day, filter, after, limit));
    }

    /** Likewise lot by lot, of the items that are kept by lot. */
    public List<Valuation.Row> lotsAsOf(LocalDate asOf, Long knownAt, StockFilter filter, String after, int limit) {
        Day day = new Day(asOf, knownAt == null ? null : SealBound.lookedUp(knownAt));
        return figures.read(handle -> byLot(handle, day, filter, after, limit));
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

    private record Sums(Money total, Money inventory) {}

    private record Group(String name, String category, String location, Money value, Money inventory) {

        Valuation.Row row() {
            return new Valuation.Row(null, name, category, location, null, null, value);
        }
    }

    private record Item(long id, String sku) {}

    /** Both of one moment, or they would seem to differ whenever somebody sells between them. */
    private static Sums sums(Handle handle, Day day) {
        return day.bind(handle.createQuery("SELECT (SELECT COALESCE(SUM(e.amount), 0) FROM value_entry e WHERE " + day.counts() + ") total, "
                        + inventory(day) + " inventory"))
                .mapTo(Sums.class)
                .one();
    }

    private static String inventory(Day day) {
        return "(SELECT COALESCE(SUM(e.amount), 0) FROM journal_line e FORCE INDEX (journal_account) WHERE " + day.counts()
                + " AND e.account_code IN (SELECT account_code FROM account_role WHERE role = 'INVENTORY'))";
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

    /** Of all stock, the total is that of the groups, so that the entries are read once; item by item only where items are asked for. */
    private static Valuation grouped(Handle handle, Day day, Valuation.By by, StockFilter filter, int limit) {
        boolean items = by == Valuation.By.CATEGORY || filter.isOfItems();
        String group = by == Valuation.By.LOCATION ? "NULL name, NULL category, l.code location" : "c.name, c.code category, NULL location";
        Query query = handle.createQuery("SELECT " + group + ", SUM(t.amount) value, " + inventory(day) + " inventory FROM ("
                + WORTH.formatted(items ? "e.item_id, e.location_id" : "e.location_id", day.counts()) + ") t"
                + (items ? " JOIN item i ON i.id = t.item_id LEFT JOIN category c ON c.id = i.category_id" : "")
                + " JOIN location q ON q.id = t.location_id JOIN location l ON l.id = q.site_id"
                + " WHERE TRUE" + (items ? StockSql.OF_ITEM : "") + StockSql.AT_LOCATION
                + " GROUP BY category, location ORDER BY category, location");
        StockSql.bindLocation(items ? StockSql.bindItem(query, filter) : query, filter);
        List<Group> groups = day.bind(query).mapTo(Group.class).list();
        Sums sums = filter.isAll() && !groups.isEmpty() ? ofAll(groups) : sums(handle, day);
        return new Valuation(day.asOf(), day.seal() == null ? null : day.seal().knownAt(), sums.total(), sums.inventory(),
                groups.stream().limit(limit).map(Group::row).toList());
    }

    private static Sums ofAll(List<Group> groups) {
        Money inventory = groups.get(0).inventory();
        return new Sums(groups.stream().map(Group::value).reduce(Money.zero(inventory.currency()), Money::plus), inventory);
    }
}
