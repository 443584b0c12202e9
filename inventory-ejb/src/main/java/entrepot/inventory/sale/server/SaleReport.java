package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.platform.company.Figures;
import entrepot.platform.sql.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Sales and returns as they were posted. A cashier sees them without their cost. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class SaleReport {

    private static final String HEAD = "SELECT p.id, p.seq, p.kind, p.business_date, p.effective_at, s.channel,"
            + " c.code customer, p.reference, p.actor, s.net, s.discount, s.tax, s.total,"
            + " (SELECT -COALESCE(SUM(v.amount), 0) FROM value_entry v WHERE v.posting_seq = p.seq) cost, r.id reversed_by"
            + " FROM posting p JOIN sale s ON s.posting_seq = p.seq LEFT JOIN customer c ON c.id = s.customer_id"
            + " LEFT JOIN posting r ON r.reverses_seq = p.seq";

    @Inject
    private Figures figures;

    @Resource
    private SessionContext context;

    /** Which sales to show; null: no condition. */
    public record Filter(LocalDate from, LocalDate to, String sku, String customer) {}

    /** Newest first. @param after a {@link SaleView.Head#key}, or null for the start */
    public List<SaleView.Head> list(Filter filter, String after, int limit) {
        String[] key = after == null ? new String[] {"9999-12-31", "0"} : after.split("~", 2);
        List<SaleView.Head> sales = figures.read(handle -> handle
                .createQuery(HEAD + " WHERE (:from IS NULL OR p.business_date >= :from)"
                        + " AND (:to IS NULL OR p.business_date <= :to) AND (:customer IS NULL OR c.code = :customer)"
                        + " AND (:sku IS NULL OR p.seq IN (SELECT x.posting_seq FROM sale_line x JOIN item i ON i.id = x.item_id"
                        + " WHERE i.sku = :sku)) AND p.business_date <= :afterDate"
                        + " AND (p.business_date < :afterDate OR p.seq < :afterSeq)"
                        + " ORDER BY p.business_date DESC, p.seq DESC LIMIT :limit")
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("customer", filter.customer())
                .bind("sku", filter.sku())
                .bind("afterDate", LocalDate.parse(key[0]))
                .bind("afterSeq", Long.parseLong(key[1]))
                .bind("limit", limit)
                .mapTo(SaleView.Head.class)
                .list());
        return seesCosts() ? sales : sales.stream().map(SaleView.Head::withoutCost).toList();
    }

    public Optional<SaleView> find(UUID id) {
        Optional<SaleView> sale = figures.read(handle -> handle
                .createQuery(HEAD + " WHERE p.id = :id")
                .bind("id", Rows.bytes(id))
                .mapTo(SaleView.Head.class)
                .findOne()
                .map(head -> new SaleView(head, lines(handle, head.seq()), tenders(handle, head.seq()), kits(handle, head.seq()))));
        return seesCosts() ? sale : sale.map(SaleView::withoutCost);
    }

    /** What came back of a sale since; of a return, the sales it brought back. */
    public List<SaleView.Head> linked(SaleView.Head head) {
        String others = head.kind() == PostingKind.CUSTOMER_RETURN
                ? "SELECT s.posting_seq FROM movement b JOIN movement s ON s.id = b.source_movement_id WHERE b.posting_seq = :seq"
                : "SELECT b.posting_seq FROM movement s JOIN movement b FORCE INDEX (movement_source) ON b.source_movement_id = s.id"
                        + " WHERE s.posting_seq = :seq AND b.kind = 'CUSTOMER_RETURN'";
        List<SaleView.Head> linked = figures.read(handle -> handle
                .createQuery(HEAD + " WHERE p.seq IN (" + others + ") ORDER BY p.seq")
                .bind("seq", head.seq())
                .mapTo(SaleView.Head.class)
                .list());
        return seesCosts() ? linked : linked.stream().map(SaleView.Head::withoutCost).toList();
    }

    private boolean seesCosts() {
        return !context.isCallerInRole("cashier") || context.isCallerInRole("admin");
    }

    private static List<SaleView.Line> lines(Handle handle, long seq) {
        return handle.createQuery("SELECT m.line_no line, m.id movement, i.sku, i.name, i.unit_code unit, l.code location,"
                        + " s.quantity, s.unit_price, s.gross, s.discount, s.net, s.tax, s.tax_code,"
                        + " (SELECT -COALESCE(SUM(v.amount), 0) FROM value_entry v WHERE v.movement_id = m.id) cost,"
                        + " (SELECT ABS(COALESCE(SUM(b.quantity + COALESCE((SELECT SUM(u.quantity) FROM movement u FORCE INDEX (movement_source)"
                        + " WHERE u.source_movement_id = b.id AND u.kind = 'REVERSAL'), 0)), 0)) FROM movement b FORCE INDEX (movement_source)"
                        + " WHERE b.source_movement_id = m.id) returned, t.code lot,"
                        + " ABS(m.pieces + COALESCE((SELECT SUM(b.pieces + COALESCE((SELECT SUM(u.pieces) FROM movement u FORCE INDEX (movement_source)"
                        + " WHERE u.source_movement_id = b.id AND u.kind = 'REVERSAL'), 0)) FROM movement b FORCE INDEX (movement_source)"
                        + " WHERE b.source_movement_id = m.id), 0)) pieces"
                        + " FROM sale_line s JOIN movement m ON m.id = s.movement_id JOIN item i ON i.id = s.item_id"
                        + " JOIN location l ON l.id = m.location_id LEFT JOIN lot t ON t.id = m.lot_id"
                        + " WHERE s.posting_seq = ? ORDER BY m.line_no, m.id")
                .bind(0, seq)
                .mapTo(SaleView.Line.class)
                .list();
    }

    private static List<SaleView.Kit> kits(Handle handle, long seq) {
        return handle.createQuery("SELECT k.kit_line line, i.sku, i.name, k.quantity, k.unit_price, SUM(s.net) net,"
                        + " GROUP_CONCAT(DISTINCT k.line_no ORDER BY k.line_no SEPARATOR ' ') `lines` FROM sale_kit k JOIN item i ON i.id = k.item_id"
                        + " JOIN movement m ON m.posting_seq = k.posting_seq AND m.line_no = k.line_no JOIN sale_line s ON s.movement_id = m.id"
                        + " WHERE k.posting_seq = ? GROUP BY k.kit_line, i.sku, i.name, k.quantity, k.unit_price ORDER BY k.kit_line")
                .bind(0, seq)
                .mapTo(SaleView.Kit.class)
                .list();
    }

    private static List<SaleView.Tender> tenders(Handle handle, long seq) {
        return handle.createQuery("SELECT kind, amount FROM tender WHERE posting_seq = ? ORDER BY line_no")
                .bind(0, seq)
                .mapTo(SaleView.Tender.class)
                .list();
    }
}
