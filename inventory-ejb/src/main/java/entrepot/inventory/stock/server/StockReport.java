package entrepot.inventory.stock.server;

import entrepot.inventory.ledger.server.BookSetting;
import entrepot.platform.company.Figures;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** What is on hand where, and in which layers its cost lies. A cashier sees quantities without values. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class StockReport {

    static final List<String> SEE_COSTS = List.of(
            "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system");

    /** Of the item at the places of a site, beside what lies at the site itself. */
    private static final String IN_PLACES = "COALESCE((SELECT SUM(x.on_hand) FROM location q JOIN stock_balance x"
            + " ON x.location_id = q.id AND x.item_id = b.item_id WHERE q.of_site = l.id), 0)";

    @Inject
    private Figures figures;

    @Resource
    private SessionContext context;

    /** By SKU and site. @param after a {@link OnHand#key}, or null for the start */
    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
    public List<OnHand> onHand(StockFilter filter, String after, int limit) {
        List<OnHand> rows = figures.read(handle -> {
            Query query = handle.createQuery("SELECT i.sku, i.name, i.unit_code unit, c.code category, l.code location,"
                    + " l.name location_name, b.on_hand + " + IN_PLACES + " on_hand,"
                    + " (SELECT SUM(p.value) FROM cost_pool p WHERE p.item_id = b.item_id AND p.location_id = b.location_id AND p.location_id = "
                    + BookSetting.pooledAt("i", "b.location_id") + ") value,"
                    + " IF(i.piece_size IS NULL, NULL, (SELECT COALESCE(SUM(n.pieces), 0) FROM location q JOIN piece_stock n ON n.location_id = q.id"
                    + " WHERE q.site_id = l.id AND n.item_id = b.item_id)) pieces FROM stock_balance b JOIN item i ON i.id = b.item_id"
                    + " JOIN location l ON l.id = b.location_id LEFT JOIN category c ON c.id = i.category_id"
                    + " WHERE l.of_site IS NULL AND (:withZero OR b.on_hand + " + IN_PLACES + " <> 0)" + StockSql.FILTER + StockSql.AFTER
                    + " ORDER BY i.sku, l.code LIMIT :limit");
            return StockSql.bind(query, filter, after).bind("withZero", filter.withZero()).bind("limit", limit)
                    .mapTo(OnHand.class).list();
        });
        return SEE_COSTS.stream().anyMatch(context::isCallerInRole) ? rows : rows.stream().map(OnHand::withoutValue).toList();
    }

    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
    public boolean isItem(String sku) {
        return figures.read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM item WHERE sku = ?").bind(0, sku).mapTo(int.class).one()) > 0;
    }

    /** The open layers of an item, by location, in the order in which they will be used. */
    public List<CostLayerRow> layers(String sku) {
        return figures.read(handle -> handle
                .createQuery("SELECT COALESCE(l.code, g.code) location, NULLIF(c.business_date, '1970-01-01') business_date, p.id posting, p.kind,"
                        + " p.reference, c.quantity, c.value, t.code lot FROM cost_pool o JOIN item i ON i.id = o.item_id"
                        + " JOIN cost_layer c ON c.pool_id = o.id LEFT JOIN location l ON l.id = o.location_id"
                        + " LEFT JOIN location_group g ON g.id = o.location_id"
                        + " LEFT JOIN movement m ON m.id = c.movement_id LEFT JOIN posting p ON p.seq = m.posting_seq"
                        + " LEFT JOIN lot t ON t.id = o.lot_id WHERE i.sku = :sku ORDER BY location, t.expires, t.code, c.business_date, c.ordinal, c.slice")
                .bind("sku", sku)
                .mapTo(CostLayerRow.class)
                .list());
    }
}
