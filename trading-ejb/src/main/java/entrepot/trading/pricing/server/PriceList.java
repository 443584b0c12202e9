package entrepot.trading.pricing.server;

import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.inbox.DecisionLag;
import entrepot.platform.sql.Database;
import entrepot.trading.pricing.Verdict;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prices, proposals and batches as screens and reports show them. Cost and margin only to those whose work needs them. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
public class PriceList {

    private static final int MEASURED = 1000;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private DecisionLag lag;

    @Resource
    private SessionContext context;

    /**
     * An item and its price.
     *
     * @param price    null where it has none yet, as are basePrice and since
     * @param unitCost of what is on hand; null where nothing is, or the caller may not see it, as is the margin
     * @param margin   share of the price that is not cost
     * @param verdict  how the last look at it ended; null before the first, or where the caller may not see it
     * @param proposal an open one, or null
     */
    public record Line(
            long item, String sku, String name, String unit, BigDecimal price, BigDecimal basePrice, LocalDateTime since,
            BigDecimal unitCost, BigDecimal margin, Verdict verdict, List<String> words, Long proposal, BigDecimal proposed) {

        Line priceOnly() {
            return new Line(item, sku, name, unit, price, basePrice, since, null, null, null, null, null, null);
        }
    }

    /** Which lines. {@code TO_MEND}: the last look was refused; {@code PROPOSED}: a proposal is open; {@code UNPRICED}: no price yet. */
    public enum Filter { ALL, PROPOSED, TO_MEND, UNPRICED }

    record Row(
            long item, String sku, String name, String unit, BigDecimal price, BigDecimal basePrice, LocalDateTime since,
            Long onHand, Long value, String verdict, String reason, Long proposal, BigDecimal proposed) {}

    private static final String LINE = "SELECT i.id item, i.sku, i.name, i.unit_code unit, b.price, b.base_price, b.since,"
            + " (SELECT SUM(on_hand) FROM cost_pool c WHERE c.item_id = i.id AND c.on_hand > 0) on_hand,"
            + " (SELECT SUM(value) FROM cost_pool c WHERE c.item_id = i.id AND c.on_hand > 0) value,"
            + " l.verdict, l.reason, p.id proposal, p.price proposed FROM item i"
            + " LEFT JOIN price_book b ON b.item_id = i.id LEFT JOIN price_look l ON l.item_id = i.id"
            + " LEFT JOIN price_proposal p ON p.item_id = i.id AND p.open = 1 WHERE i.active";

    /** By SKU. @param search part of SKU or name, or null; @param after a SKU, or empty */
    public List<Line> list(String search, Filter filter, String after, int limit) {
        boolean wide = seesMargin();
        String where = switch (wide ? filter : Filter.ALL) {
            case ALL -> "";
            case PROPOSED -> " AND p.id IS NOT NULL";
            case TO_MEND -> " AND l.kind = 'REFUSED'";
            case UNPRICED -> " AND b.item_id IS NULL";
        };
        return lines(database.jdbi().withHandle(handle -> handle
                .createQuery(LINE + where + " AND i.sku > :after AND (:search IS NULL OR i.sku LIKE CONCAT(:search, '%')"
                        + " OR i.name LIKE CONCAT('%', :search, '%')) ORDER BY i.sku LIMIT :limit")
                .bind("after", after)
                .bind("search", search == null ? null : search.replaceAll("([\\\\%_])", "\\\\$1"))
                .bind("limit", limit)
                .mapTo(Row.class)
                .list()), wide).toList();
    }

    public Optional<Line> find(String sku) {
        List<Row> rows = database.jdbi().withHandle(handle ->
                handle.createQuery(LINE + " AND i.sku = ?").bind(0, sku).mapTo(Row.class).list());
        return lines(rows, seesMargin()).findFirst();
    }

    private Stream<Line> lines(List<Row> rows, boolean wide) {
        return rows.stream().map(this::line).map(line -> wide ? line : line.priceOnly());
    }

    private Line line(Row row) {
        BigDecimal cost = row.onHand() == null ? null
                : BigDecimal.valueOf(row.value(), companies.company().currency().getDefaultFractionDigits())
                        .divide(new Quantity(row.onHand()).decimal(), 6, RoundingMode.HALF_UP);
        BigDecimal margin = cost == null || row.price() == null ? null
                : row.price().subtract(cost).divide(row.price(), 4, RoundingMode.HALF_UP);
        return new Line(row.item(), row.sku(), row.name(), row.unit(), row.price(), row.basePrice(), row.since(), cost, margin,
                row.verdict() == null ? null : Verdict.valueOf(row.verdict()),
                row.reason() == null ? null : ReasonJson.words(row.reason()), row.proposal(), row.proposed());
    }

    /** Whether the caller's work needs cost and margin. */
    public boolean seesMargin() {
        return Stream.of("buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin").anyMatch(context::isCallerInRole);
    }

    /** From the recording of a posting to the decision on its items, over the last thousand postings. */
    @RolesAllowed({"buyer", "pricing", "auditor", "quant", "risk", "admin"})
    public DecisionLag.Lag lag() {
        return lag.last(Repricer.CONSUMER, MEASURED);
    }

    /** The currency of every price. */
    public String currency() {
        return companies.company().currency().getCurrencyCode();
    }
}
