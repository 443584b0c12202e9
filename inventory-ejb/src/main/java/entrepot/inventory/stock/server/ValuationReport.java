package entrepot.inventory.stock.server;

import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
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

    private static final String DATED = " WHERE e.business_date <= :asOf";
    private static final String SEALED = " JOIN seal s ON s.posting_seq = e.posting_seq AND s.number <= :knownAt";

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
        return figures.read(handle -> new Valuation(
                asOf, knownAt, total(handle, asOf, knownAt), inventory(handle, asOf, knownAt),
                rows(handle, asOf, knownAt, by, filter, after, limit)));
    }

    /** Quantities and values by item and location, as of a day. @param after a {@link Valuation.Row#key} */
    public List<Valuation.Row> stockAsOf(LocalDate asOf, Long knownAt, StockFilter filter, String after, int limit) {
        return figures.read(handle -> rows(handle, asOf, knownAt, Valuation.By.ITEM, filter, after, limit));
    }

    private static Money total(Handle handle, LocalDate asOf, Long knownAt) {
        return bind(handle.createQuery("SELECT COALESCE(SUM(e.amount), 0) FROM value_entry e" + sealed(knownAt) + DATED), asOf, knownAt)
                .mapTo(Money.class)
                .one();
    }

    private static Money inventory(Handle handle, LocalDate asOf, Long knownAt) {
        return bind(handle.createQuery("SELECT COALESCE(SUM(e.amount), 0) FROM journal_line e" + sealed(knownAt) + DATED
                        + " AND e.account_code IN (SELECT account_code FROM account_role WHERE role = 'INVENTORY')"), asOf, knownAt)
                .mapTo(Money.class)
                .one();
    }

    private static List<Valuation.Row> rows(
            Handle handle, LocalDate asOf, Long knownAt, Valuation.By by, StockFilter filter, String after, int limit) {
        String stock = "SELECT item_id, location_id, SUM(quantity) quantity, SUM(amount) amount FROM ("
                + "SELECT e.item_id, e.location_id, e.quantity, 0 amount FROM movement e" + sealed(knownAt) + DATED
                + " UNION ALL SELECT e.item_id, e.location_id, 0, e.amount FROM value_entry e" + sealed(knownAt) + DATED
                + ") entries GROUP BY item_id, location_id HAVING SUM(quantity) <> 0 OR SUM(amount) <> 0";
        Query query = handle.createQuery("SELECT " + columns(by) + " FROM (" + stock + ") t JOIN item i ON i.id = t.item_id"
                + " JOIN location l ON l.id = t.location_id LEFT JOIN category c ON c.id = i.category_id WHERE TRUE"
                + StockSql.FILTER + StockSql.AFTER + grouping(by) + " LIMIT :limit");
        return bind(StockSql.bind(query, filter, after), asOf, knownAt).bind("limit", limit).mapTo(Valuation.Row.class).list();
    }

    private static String columns(Valuation.By by) {
        return switch (by) {
            case ITEM -> "i.sku, i.name, c.code category, l.code location, t.quantity, t.amount value";
            case LOCATION -> "NULL sku, NULL name, NULL category, l.code location, NULL quantity, SUM(t.amount) value";
            case CATEGORY -> "NULL sku, c.name, c.code category, NULL location, NULL quantity, SUM(t.amount) value";
        };
    }

    private static String grouping(Valuation.By by) {
        return switch (by) {
            case ITEM -> " ORDER BY i.sku, l.code";
            case LOCATION -> " GROUP BY l.code ORDER BY l.code";
            case CATEGORY -> " GROUP BY c.code, c.name ORDER BY c.code";
        };
    }

    private static String sealed(Long knownAt) {
        return knownAt == null ? "" : SEALED;
    }

    private static Query bind(Query query, LocalDate asOf, Long knownAt) {
        return (knownAt == null ? query : query.bind("knownAt", knownAt)).bind("asOf", asOf);
    }
}
