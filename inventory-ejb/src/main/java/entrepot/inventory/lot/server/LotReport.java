package entrepot.inventory.lot.server;

import entrepot.inventory.ledger.server.BookSetting;
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
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Lots in stock by expiry, and the way of each. A cashier sees them without their value. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "admin", "system"})
public class LotReport {

    private static final List<String> SEE_COSTS = List.of("buyer", "pricing", "accountant", "auditor", "admin", "system");

    private static final String GOODS = "SELECT i.sku, i.name, i.unit_code unit, i.tracking, t.code lot, t.expires, DATEDIFF(t.expires, :today) days,"
            + " l.code location, s.on_hand, ";

    private static final String KEY = "CONCAT(COALESCE(t.expires, '9999-12-31'), '~', t.id, '~', s.location_id, '~', %s) `key`,"
            + " COALESCE(t.expires, DATE'9999-12-31') last_day, t.id lot_id, s.location_id, %<s supplier_id FROM ";

    private static final String NAMED = " s JOIN lot t ON t.id = s.lot_id JOIN item i ON i.id = s.item_id JOIN location l ON l.id = s.location_id";

    private static final String OURS = GOODS + "ROUND(CAST(p.value AS DECIMAL(38)) * s.on_hand / p.on_hand) value, NULL supplier,"
            + " (SELECT n.pieces FROM piece_stock n WHERE n.item_id = s.item_id AND n.location_id = s.location_id AND n.lot_id = s.lot_id) pieces, " + KEY.formatted("0")
            + "lot_stock" + NAMED + " LEFT JOIN cost_pool p ON p.item_id = s.item_id AND p.location_id = " + BookSetting.pooledAt("i", "s.location_id")
            + " AND p.lot_id = IF(i.costing = 'SPECIFIC', s.lot_id, 0) AND p.on_hand > 0 WHERE s.on_hand > 0";

    private static final String THEIRS = GOODS + "NULL value, o.code supplier, NULL pieces, " + KEY.formatted("s.supplier_id") + "consigned_stock" + NAMED
            + " JOIN supplier o ON o.id = s.supplier_id WHERE s.on_hand > 0";

    private static final String ORDER = "last_day, lot_id, location_id, supplier_id";

    /** Whosever it is. @param which of it */
    private static String lying(String which) {
        return "SELECT * FROM (" + OURS + which + " UNION ALL " + THEIRS + which + ") x WHERE (" + ORDER
                + ") > (:afterDay, :afterLot, :afterPlace, :afterSupplier) ORDER BY " + ORDER;
    }

    /** Where a list goes on. */
    public record After(LocalDate afterDay, long afterLot, long afterPlace, long afterSupplier) {
        private static final After START = new After(LocalDate.of(1, 1, 1), 0, 0, 0);

        static After of(String key) {
            if (key == null) {
                return START;
            }
            String[] parts = key.split("~");
            return new After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        }
    }

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** What expires first is first. @param after a {@link LotLine#key}, or null for the start */
    public List<LotLine> inStock(LotFilter filter, String after, int limit) {
        LocalDate today = today();
        return seen(figures.read(handle -> handle
                .createQuery(lying(" AND (:sku IS NULL OR i.sku = :sku) AND (:location IS NULL OR l.code = :location)"
                        + " AND (:text IS NULL OR i.sku LIKE :text OR i.name LIKE :text OR t.code LIKE :text)"
                        + " AND (:until IS NULL OR t.expires <= :until)"
                        + " AND COALESCE(t.expires, DATE'9999-12-31') >= :afterDay") + " LIMIT :limit")
                .bind("today", today)
                .bind("sku", filter.sku())
                .bind("location", filter.location())
                .bind("text", Figures.anywhere(filter.text()))
                .bind("until", filter.within() == null ? null : today.plusDays(filter.within()))
                .bindMethods(After.of(after))
                .bind("limit", limit)
                .mapTo(LotLine.class)
                .list()));
    }

    public Optional<LotView> find(String sku, String lot) {
        LocalDate today = today();
        return figures.read(handle -> handle
                .createQuery("SELECT t.id, i.sku, i.name, i.unit_code unit, i.tracking, t.code lot, t.expires, DATEDIFF(t.expires, :today) days"
                        + " FROM lot t JOIN item i ON i.id = t.item_id WHERE i.sku = :sku AND t.code = :lot")
                .bind("today", today)
                .bind("sku", sku)
                .bind("lot", lot)
                .mapTo(LotView.Head.class)
                .findOne()
                .map(head -> new LotView(head, places(handle, head.id(), today), holders(handle, head.id()), corrections(handle, head.id()),
                        consigned(handle, head.id()))));
    }

    /** Every movement of it, oldest first. @param after a {@link LotView.Step#key}, or null for the start */
    public List<LotView.Step> way(LotView.Head lot, String after, int limit) {
        String[] key = after == null ? new String[] {"0001-01-01", "0"} : after.split("~", 2);
        return figures.read(handle -> handle
                .createQuery("SELECT m.business_date, m.kind, l.code location, m.quantity, p.id posting, p.reference, p.source,"
                        + " c.code customer, c.name customer_name, m.id movement FROM movement m JOIN posting p ON p.seq = m.posting_seq"
                        + " JOIN location l ON l.id = m.location_id LEFT JOIN sale s ON s.posting_seq = p.seq"
                        + " LEFT JOIN customer c ON c.id = s.customer_id WHERE m.lot_id = :lot AND m.quantity <> 0"
                        + " AND m.business_date >= :afterDay AND (m.business_date > :afterDay OR m.id > :afterMovement)"
                        + " ORDER BY m.business_date, m.id LIMIT :limit")
                .bind("lot", lot.id())
                .bind("afterDay", LocalDate.parse(key[0]))
                .bind("afterMovement", Long.parseLong(key[1]))
                .bind("limit", limit)
                .mapTo(LotView.Step.class)
                .list());
    }

    private List<LotLine> places(Handle handle, long lot, LocalDate today) {
        return seen(handle.createQuery(lying(" AND t.id = :lot"))
                .bind("today", today)
                .bindMethods(After.START)
                .bind("lot", lot)
                .mapTo(LotLine.class)
                .list());
    }

    private static List<LotView.Holder> holders(Handle handle, long lot) {
        return handle.createQuery("SELECT c.code, c.name, -SUM(m.quantity) quantity, MAX(m.business_date) last FROM movement m"
                        + " JOIN sale s ON s.posting_seq = m.posting_seq LEFT JOIN customer c ON c.id = s.customer_id"
                        + " WHERE m.lot_id = :lot GROUP BY c.code, c.name HAVING SUM(m.quantity) <> 0 ORDER BY c.code")
                .bind("lot", lot)
                .mapTo(LotView.Holder.class)
                .list();
    }

    private static List<LotView.Correction> corrections(Handle handle, long lot) {
        return handle.createQuery("SELECT e.was, e.becomes, p.reason, p.actor, p.recorded_at, p.id posting FROM lot_expiry e"
                        + " JOIN posting p ON p.seq = e.posting_seq WHERE e.lot_id = :lot ORDER BY p.seq")
                .bind("lot", lot)
                .mapTo(LotView.Correction.class)
                .list();
    }

    private static List<LotView.Consigned> consigned(Handle handle, long lot) {
        return handle.createQuery("SELECT e.on_day `on`, e.kind, s.code supplier, s.name supplier_name, l.code location, e.quantity, e.reference, e.actor,"
                        + " e.undoes IS NOT NULL undoing, p.id posting FROM consigned_event e JOIN supplier s ON s.id = e.supplier_id JOIN location l ON l.id = e.location_id"
                        + " LEFT JOIN posting p ON p.id = e.document WHERE e.lot_id = :lot ORDER BY e.on_day, e.id LIMIT 1000")
                .bind("lot", lot)
                .mapTo(LotView.Consigned.class)
                .list();
    }

    private List<LotLine> seen(List<LotLine> lines) {
        return SEE_COSTS.stream().anyMatch(context::isCallerInRole) ? lines : lines.stream().map(LotLine::withoutValue).toList();
    }

    private LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }
}
