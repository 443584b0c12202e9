package entrepot.inventory.revalue.server;

import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Standards that were set, and what was written down and up again, as IAS 2.36 wants it told. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin", "system"})
public class RevaluationReport {

    @Inject
    private Figures figures;

    /** @param change of the stock on hand then */
    public record Standard(
            long movement, UUID posting, LocalDate businessDate, String sku, String location, BigDecimal unitCost, Money change, String reason,
            String actor) {}

    /** @param lot where it alone was, or null; @param amount negative where it was written down, positive where that was reversed */
    public record WriteDownRow(
            long movement, UUID posting, LocalDate businessDate, String sku, String lot, String location, Money amount, String reference, String reason,
            String actor) {}

    /** Newest first. @param sku or null for all items; @param before a movement, or {@code Long.MAX_VALUE} */
    public List<Standard> standards(String sku, long before, int limit) {
        return figures.read(handle -> handle
                .createQuery("SELECT m.id movement, p.id posting, m.business_date, i.sku, l.code location, m.unit_cost,"
                        + " COALESCE((SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id), 0) `change`, p.reason, p.actor"
                        + " FROM movement m JOIN posting p ON p.seq = m.posting_seq JOIN item i ON i.id = m.item_id"
                        + " JOIN location l ON l.id = m.location_id WHERE p.kind = 'STANDARD_COST' AND m.id < :before"
                        + " AND (:sku IS NULL OR i.sku = :sku) ORDER BY m.id DESC LIMIT :limit")
                .bind("before", before)
                .bind("sku", sku)
                .bind("limit", limit)
                .mapTo(Standard.class)
                .list());
    }

    /** Newest first, of business dates from {@code from} to {@code to}, null for no end. */
    public List<WriteDownRow> writeDowns(LocalDate from, LocalDate to, long before, int limit) {
        return figures.read(handle -> handle
                .createQuery("SELECT m.id movement, p.id posting, m.business_date, i.sku, t.code lot, l.code location, v.amount, p.reference, p.reason, p.actor"
                        + " FROM (SELECT seq FROM posting WHERE kind = 'REVALUATION' UNION ALL SELECT r.seq FROM posting o"
                        + " JOIN posting r ON r.reverses_seq = o.seq WHERE o.kind = 'REVALUATION') s JOIN posting p ON p.seq = s.seq"
                        + " JOIN movement m ON m.posting_seq = p.seq JOIN value_entry v ON v.movement_id = m.id"
                        + " JOIN item i ON i.id = m.item_id JOIN location l ON l.id = m.location_id LEFT JOIN lot t ON t.id = m.lot_id"
                        + " WHERE m.id < :before"
                        + " AND (:from IS NULL OR m.business_date >= :from) AND (:to IS NULL OR m.business_date <= :to)"
                        + " ORDER BY m.id DESC LIMIT :limit")
                .bind("before", before)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(WriteDownRow.class)
                .list());
    }
}
