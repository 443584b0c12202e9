package entrepot.inventory.consign.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is whose and where, and what was taken of a supplier's goods. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin", "system"})
public class ConsignmentReport {

    @Inject
    private Figures figures;

    /** Goods of a supplier here, of one lot where they are kept by lot. */
    public record Theirs(
            String supplier, String supplierName, String sku, String name, String unit, String lot, LocalDate expires, String location, Quantity onHand,
            BigDecimal unitCost) {}

    /** Goods of ours at a customer; what they are worth is part of the stock of their site. */
    public record Ours(String customer, String customerName, String sku, String name, String unit, String location, Quantity onHand) {}

    /** What was sold or used. @param posting the receipt that it became; @param invoiced of the quantity */
    public record Settled(
            String supplier, LocalDate on, UUID posting, String reference, String sku, String name, String lot, Quantity quantity, BigDecimal unitCost,
            Money amount, Quantity invoiced) {}

    /**
     * A line of what came or went back.
     *
     * @param id     of its note, which can be undone
     * @param undone whether it was
     */
    public record Noted(
            UUID id, ConsignmentNote.Kind kind, LocalDate on, String supplier, String supplierName, String location, String sku, String name, String lot,
            Quantity quantity, String reference, String actor, boolean undone) {}

    /** The newest note first. */
    public List<Noted> noted(String supplier) {
        return figures.read(handle -> handle
                .createQuery("SELECT e.document id, e.kind, e.on_day `on`, s.code supplier, s.name supplier_name, l.code location, i.sku, i.name, t.code lot,"
                        + " ABS(e.quantity) quantity, e.reference, e.actor, EXISTS (SELECT 1 FROM consigned_event u WHERE u.undoes = e.id) undone"
                        + " FROM consigned_event e JOIN supplier s ON s.id = e.supplier_id JOIN item i ON i.id = e.item_id"
                        + " JOIN location l ON l.id = e.location_id LEFT JOIN lot t ON t.id = e.lot_id"
                        + " WHERE e.kind IN ('ARRIVED', 'RETURNED') AND e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.id = e.document)"
                        + " AND (:supplier IS NULL OR s.code = :supplier) ORDER BY e.id DESC LIMIT 100")
                .bind("supplier", supplier)
                .mapTo(Noted.class)
                .list());
    }

    public List<Theirs> theirs(String supplier) {
        return figures.read(handle -> handle
                .createQuery("SELECT s.code supplier, s.name supplier_name, i.sku, i.name, i.unit_code unit, t.code lot, t.expires, l.code location,"
                        + " c.on_hand, c.unit_cost FROM consigned_stock c JOIN supplier s ON s.id = c.supplier_id JOIN item i ON i.id = c.item_id"
                        + " JOIN location l ON l.id = c.location_id LEFT JOIN lot t ON t.id = c.lot_id"
                        + " WHERE c.on_hand > 0 AND (:supplier IS NULL OR s.code = :supplier)"
                        + " ORDER BY s.code, i.sku, l.code, COALESCE(t.expires, '9999-12-31'), t.id LIMIT 1000")
                .bind("supplier", supplier)
                .mapTo(Theirs.class)
                .list());
    }

    public List<Ours> ours(String customer) {
        return figures.read(handle -> handle
                .createQuery("SELECT k.code customer, k.name customer_name, i.sku, i.name, i.unit_code unit, l.code location, b.on_hand"
                        + " FROM location l JOIN customer k ON k.id = l.consigned_to JOIN stock_balance b ON b.location_id = l.id"
                        + " JOIN item i ON i.id = b.item_id WHERE b.on_hand <> 0 AND (:customer IS NULL OR k.code = :customer)"
                        + " ORDER BY k.code, i.sku, l.code LIMIT 1000")
                .bind("customer", customer)
                .mapTo(Ours.class)
                .list());
    }

    /** The oldest first; what was undone is left out. */
    public List<Settled> settlement(String supplier, LocalDate from, LocalDate to) {
        return figures.read(handle -> handle
                .createQuery("SELECT s.code supplier, e.on_day `on`, p.id posting, e.reference, i.sku, i.name, w.code lot, -e.quantity quantity, e.unit_cost,"
                        + " COALESCE((SELECT SUM(v.amount) FROM value_entry v WHERE v.movement_id = m.id AND v.kind = 'DIRECT'), 0) amount,"
                        + " COALESCE((SELECT SUM(t.quantity) FROM invoice_settlement t WHERE t.movement_id = m.id AND NOT EXISTS"
                        + " (SELECT 1 FROM posting u WHERE u.reverses_seq = t.posting_seq)), 0) invoiced"
                        + " FROM consigned_event e JOIN supplier s ON s.id = e.supplier_id JOIN item i ON i.id = e.item_id"
                        + " JOIN posting p ON p.id = e.document JOIN movement m ON m.posting_seq = p.seq AND m.line_no = e.line_no"
                        + " LEFT JOIN lot w ON w.id = e.lot_id"
                        + " WHERE e.kind = 'TAKEN' AND e.undoes IS NULL AND (:supplier IS NULL OR s.code = :supplier) AND (:from IS NULL OR e.on_day >= :from)"
                        + " AND (:to IS NULL OR e.on_day <= :to) AND NOT EXISTS (SELECT 1 FROM posting u WHERE u.reverses_seq = p.seq)"
                        + " ORDER BY e.on_day, e.id LIMIT 5000")
                .bind("supplier", supplier)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Settled.class)
                .list());
    }
}
