package entrepot.inventory.method.server;

import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import entrepot.platform.sql.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Changes of what is valued together: why, and the pools before and after. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin", "system"})
public class ScopeReport {

    private static final String CHANGE = "SELECT p.seq, p.id posting, p.business_date, MIN(c.becomes) becomes,"
            + " COALESCE(MIN(c.application), 'PROSPECTIVE') application, MIN(c.ground) ground, COUNT(*) items, (SELECT COALESCE(SUM(v.amount), 0)"
            + " FROM value_entry v WHERE v.posting_seq = p.seq) opening, p.reason, p.reference, p.actor FROM posting p JOIN scope_change c ON c.posting_seq = p.seq WHERE p.kind = 'SCOPE_CHANGE'";
    private static final String GROUPED = " GROUP BY p.seq, p.id, p.business_date, p.reason, p.reference, p.actor";
    private static final String POOL = " FROM cost_pool p JOIN item i ON i.id = p.item_id LEFT JOIN location l ON l.id = p.location_id"
            + " LEFT JOIN location_group g ON g.id = p.location_id";

    @Inject
    private Figures figures;

    /**
     * @param ground  of a prospective change, or null
     * @param opening what it makes of the stock at the beginning of its day, which is the effect on opening equity
     */
    public record Change(
            long seq, UUID posting, LocalDate businessDate, CostingScope becomes, Application application, Application.Ground ground, int items,
            Money opening, String reason, String reference, String actor) {}

    /** @param change of the stock's value by what moved in the month: so much more, or less, had its result been */
    public record Month(YearMonth month, Money change) {}

    /**
     * What goes over from a pool, or to it.
     *
     * @param before   whether it is one of those before the change
     * @param pool     code of a site or a group, or null: the company
     * @param unitCost in major units
     */
    public record Pool(String sku, boolean before, String pool, Quantity quantity, Money value, BigDecimal unitCost) {

        private static Pool of(Named named, boolean before, Quantity quantity, Money value) {
            return new Pool(named.sku(), before, named.pool(), quantity, value, value.perUnit(quantity));
        }
    }

    private record Named(long id, String sku, String pool) {}

    /** Newest first. @param before a {@link Change#seq}, or {@code Long.MAX_VALUE} */
    public List<Change> changes(long before, int limit) {
        return figures.read(handle -> handle.createQuery(CHANGE + " AND p.seq < :before" + GROUPED + " ORDER BY p.seq DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Change.class)
                .list());
    }

    public Optional<Change> find(UUID posting) {
        return figures.read(handle -> handle.createQuery(CHANGE + " AND p.id = :id" + GROUPED)
                .bind("id", Rows.bytes(posting)).mapTo(Change.class).findOne());
    }

    /** What the comparative figures of each month are (IAS 8.29). */
    public List<Month> months(long seq) {
        record Row(LocalDate month, Money change) {}
        return figures.read(handle -> handle
                .createQuery("SELECT month, SUM(amount) `change` FROM scope_comparative WHERE posting_seq = :seq GROUP BY month ORDER BY month")
                .bind("seq", seq)
                .mapTo(Row.class)
                .map(row -> new Month(YearMonth.from(row.month()), row.change()))
                .list());
    }

    /** Of a posting that need not be in the book. */
    public static List<Month> months(Posted posted) {
        Map<YearMonth, Money> months = new TreeMap<>();
        posted.comparatives().forEach(one -> months.merge(one.month(), one.change(), Money::plus));
        return months.entrySet().stream().map(month -> new Month(month.getKey(), month.getValue())).toList();
    }

    /** By SKU, at most {@code limit}. */
    public List<Pool> pools(long seq, int limit) {
        record Row(String sku, boolean before, String pool, Quantity quantity, Money value) {}
        return figures.read(handle -> handle
                .createQuery("SELECT i.sku, m.quantity < 0 `before`, COALESCE(l.code, g.code) pool, ABS(SUM(m.quantity)) quantity, ABS(SUM(v.amount)) value"
                        + POOL + " JOIN movement m ON m.pool_id = p.id JOIN value_entry v ON v.movement_id = m.id AND v.posting_seq = m.posting_seq"
                        + " WHERE m.posting_seq = :seq GROUP BY i.sku, p.id, m.quantity < 0, COALESCE(l.code, g.code) HAVING quantity <> 0"
                        + " ORDER BY i.sku, 2 DESC, 3 LIMIT :limit")
                .bind("seq", seq)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(row -> Pool.of(new Named(0, row.sku(), row.pool()), row.before(), row.quantity(), row.value()))
                .list());
    }

    /** Of a posting that need not be in the book. */
    public List<Pool> pools(Posted posted, int limit) {
        Map<Long, Money> values = new HashMap<>();
        posted.values().forEach(value -> values.merge(value.movement(), value.amount(), Money::plus));
        Map<Long, Quantity> quantities = new LinkedHashMap<>();
        Map<Long, Money> worths = new HashMap<>();
        for (Movement movement : posted.movements()) {
            if (movement.basis() == Basis.GOES_OVER || movement.basis() == Basis.COMES_OVER || movement.basis() == Basis.RESTATED) {
                quantities.merge(movement.pool(), movement.quantity(), Quantity::plus);
                worths.merge(movement.pool(), values.get(movement.id()), Money::plus);
            }
        }
        quantities.values().removeIf(Quantity::isZero);
        Map<Long, Named> names = names(quantities.keySet().stream().limit(limit).toList());
        List<Pool> pools = new ArrayList<>();
        names.forEach((pool, named) -> {
            boolean before = !quantities.get(pool).isPositive();
            pools.add(Pool.of(named, before, before ? quantities.get(pool).negated() : quantities.get(pool),
                    before ? worths.get(pool).negated() : worths.get(pool)));
        });
        pools.sort(Comparator.comparing(Pool::sku).thenComparing(Pool::before, Comparator.reverseOrder()));
        return pools;
    }

    private Map<Long, Named> names(List<Long> pools) {
        Map<Long, Named> names = new LinkedHashMap<>();
        if (!pools.isEmpty()) {
            figures.read(handle -> handle.createQuery("SELECT p.id, i.sku, COALESCE(l.code, g.code) pool" + POOL + " WHERE p.id IN (<pools>) ORDER BY i.sku, pool")
                    .bindList("pools", pools).mapTo(Named.class).list()).forEach(named -> names.put(named.id(), named));
        }
        return names;
    }
}
