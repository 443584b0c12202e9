package entrepot.inventory.assembly.server;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.ItemId;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is made of what, and where an item goes into. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class BillBoard {

    @Inject
    private Figures figures;

    @Inject
    private BillTable table;

    public record Row(String sku, String name, BillKind kind, int version, Quantity makes, String unit, int parts, String madeBy, LocalDateTime madeAt) {}

    /** What an item goes into, straight or as a part of a part. @param quantity in one unit of it; @param level 1 where straight */
    public record Use(String sku, String name, BillKind kind, Quantity quantity, String unit, int level) {}

    /** By SKU; withdrawn ones are left out. @param part SKU that is in it, or null; @param after a SKU, or null for the start */
    public List<Row> list(BillKind kind, String part, String after, int limit) {
        return figures.read(handle -> handle
                .createQuery("SELECT i.sku, i.name, b.kind, b.version, b.makes, i.unit_code unit,"
                        + " (SELECT COUNT(*) FROM bill_part p WHERE p.bill_id = b.id) parts, b.made_by, b.made_at FROM " + BillTable.CURRENT
                        + " JOIN item i ON i.id = b.item_id WHERE b.kind <> 'WITHDRAWN' AND (:kind IS NULL OR b.kind = :kind)"
                        + " AND (:part IS NULL OR EXISTS (SELECT 1 FROM bill_part p JOIN item q ON q.id = p.item_id"
                        + " WHERE p.bill_id = b.id AND q.sku = :part)) AND (:after IS NULL OR i.sku > :after) ORDER BY i.sku LIMIT :limit")
                .bind("kind", kind == null ? null : kind.name())
                .bind("part", part)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
    }

    /** A part of a kit of which somebody may, or has to, say which it is. @param quantity in one kit */
    public record Tracked(String kit, String sku, String name, Tracking tracking, Quantity quantity) {}

    /** Those of kits, in the order of their bills. */
    public List<Tracked> tracked(Collection<String> kits) {
        return kits.isEmpty() ? List.of() : figures.read(handle -> handle
                .createQuery("SELECT k.sku kit, i.sku, i.name, i.tracking, ROUND(p.quantity * 1000000 / b.makes) quantity FROM " + BillTable.CURRENT
                        + " JOIN item k ON k.id = b.item_id JOIN bill_part p ON p.bill_id = b.id JOIN item i ON i.id = p.item_id"
                        + " WHERE b.kind = 'KIT' AND i.tracking <> 'NONE' AND k.sku IN (<kits>) ORDER BY k.sku, p.line_no")
                .bindList("kits", kits)
                .mapTo(Tracked.class)
                .list());
    }

    /** Empty where the item is made of nothing, or not any more. */
    public Optional<Bill> find(String sku) {
        return versions(sku).stream().findFirst().filter(bill -> bill.kind() != BillKind.WITHDRAWN);
    }

    /** The latest first; empty where there never was one. */
    public List<Bill> versions(String sku) {
        return item(sku).map(table::versions).orElse(List.of());
    }

    private Optional<ItemId> item(String sku) {
        return figures.read(handle ->
                handle.createQuery("SELECT id FROM item WHERE sku = ?").bind(0, sku).mapTo(Long.class).findOne().map(ItemId::new));
    }

    public List<Use> usedIn(String sku) {
        return figures.read(handle -> handle
                .createQuery("WITH RECURSIVE used AS (SELECT i.id item_id, CAST(1000000 AS DECIMAL(30, 6)) quantity, 0 level FROM item i WHERE i.sku = :sku"
                        + " UNION ALL SELECT b.item_id, u.quantity * p.quantity * (1 + p.scrap) / b.makes, u.level + 1 FROM used u"
                        + " JOIN bill_part p ON p.item_id = u.item_id JOIN " + BillTable.CURRENT
                        + " AND b.id = p.bill_id AND b.kind <> 'WITHDRAWN' WHERE u.level < 12)"
                        + " SELECT i.sku, i.name, b.kind, CAST(ROUND(SUM(u.quantity)) AS SIGNED) quantity, q.unit_code unit, MIN(u.level) level"
                        + " FROM used u JOIN item i ON i.id = u.item_id JOIN " + BillTable.CURRENT + " AND b.item_id = i.id"
                        + " JOIN item q ON q.sku = :sku WHERE u.level > 0 GROUP BY i.sku, i.name, b.kind, q.unit_code ORDER BY level, i.sku")
                .bind("sku", sku)
                .mapTo(Use.class)
                .list());
    }
}
