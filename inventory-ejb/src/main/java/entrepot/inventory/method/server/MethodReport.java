package entrepot.inventory.method.server;

import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import entrepot.platform.sql.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes of method and terms, with what IAS 8.29 wants told: why, and what it makes of each period. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin", "system"})
public class MethodReport {

    private static final String CHANGE = "SELECT p.seq, p.id posting, p.business_date, MIN(c.becomes) becomes, MIN(c.period) period,"
            + " COALESCE(MIN(c.application), 'RETROSPECTIVE') application, MIN(c.ground) ground, COUNT(*) items,"
            + " (SELECT COALESCE(SUM(v.amount), 0) FROM value_entry v WHERE v.posting_seq = p.seq"
            + " AND COALESCE(v.for_date, v.business_date) < p.business_date) opening, p.reason, p.reference, p.actor"
            + " FROM posting p JOIN costing_change c ON c.posting_seq = p.seq WHERE p.kind = 'COSTING_CHANGE'";
    private static final String GROUPED = " GROUP BY p.seq, p.id, p.business_date, p.reason, p.reference, p.actor";

    @Inject
    private Figures figures;

    /**
     * @param period  of an average; null of an early change
     * @param ground  of a prospective change, or null
     * @param opening what it makes of the stock at the beginning of its day, which is the effect on opening equity
     */
    public record Change(
            long seq, UUID posting, LocalDate businessDate, CostFlow becomes, AveragePeriod period, Application application,
            Application.Ground ground, int items, Money opening, String reason, String reference,
            String actor) {}

    public record Item(
            String sku, String name, CostFlow was, AveragePeriod wasPeriod, CostFlow becomes, AveragePeriod period, Money change) {}

    /**
     * @param month  as 2026-11
     * @param change of the stock's value by what moved in the month: so much more, or less, is its result
     */
    public record Month(String month, Money change) {}

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

    /** By SKU. @param after a SKU, or empty */
    public List<Item> items(long seq, String after, int limit) {
        return figures.read(handle -> handle
                .createQuery("SELECT i.sku, i.name, c.was, c.was_period, c.becomes, c.period, (SELECT COALESCE(SUM(v.amount), 0) FROM value_entry v"
                        + " WHERE v.posting_seq = c.posting_seq AND v.item_id = c.item_id) `change`"
                        + " FROM costing_change c JOIN item i ON i.id = c.item_id WHERE c.posting_seq = :seq AND i.sku > :after"
                        + " ORDER BY i.sku LIMIT :limit")
                .bind("seq", seq)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Item.class)
                .list());
    }

    public List<Month> months(long seq) {
        return figures.read(handle -> handle
                .createQuery("SELECT DATE_FORMAT(COALESCE(for_date, business_date), '%Y-%m') month, SUM(amount) `change`"
                        + " FROM value_entry WHERE posting_seq = :seq GROUP BY month ORDER BY month")
                .bind("seq", seq)
                .mapTo(Month.class)
                .list());
    }
}
