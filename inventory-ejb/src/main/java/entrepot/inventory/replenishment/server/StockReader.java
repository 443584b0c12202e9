package entrepot.inventory.replenishment.server;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads the item of a decision and what stands and comes where. */
@ApplicationScoped
public class StockReader {

    /** Orders whose rest still comes; a draft counts, or it would be proposed again while a buyer looks at it. */
    static final String OPEN_ORDERS = "('DRAFT', 'ORDERED', 'PARTIAL')";

    @Inject
    private Database database;

    Optional<StockedItem> item(long id) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.id, i.active, i.supplier_id supplier, s.lead_time_days, i.purchase_cost, i.pack,"
                        + " i.minimum_order, i.service_level FROM item i LEFT JOIN supplier s ON s.id = i.supplier_id"
                        + " WHERE i.id = ?")
                .bind(0, id)
                .mapTo(StockedItem.class)
                .findOne());
    }

    /** One statement, so that a receipt is seen on hand or on order, never as neither or both. */
    List<CarriedStock> carried(long item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT l.id location, COALESCE((SELECT SUM(x.on_hand) FROM location q"
                        + " JOIN stock_balance x ON x.location_id = q.id AND x.item_id = :item WHERE q.site_id = l.id"
                        + " AND q.status IN ('AVAILABLE', 'INSPECTION')), 0) on_hand, COALESCE(o.coming, 0) on_order,"
                        + " COALESCE(k.held + k.awaited, 0) reserved, s.service_level FROM location l"
                        + " LEFT JOIN stock_balance b ON b.item_id = :item AND b.location_id = l.id"
                        + " LEFT JOIN stock_reserved k ON k.item_id = :item AND k.location_id = l.id"
                        + " LEFT JOIN replenishment_setting s ON s.item_id = :item AND s.location_id = l.id"
                        + " LEFT JOIN (SELECT q.site_id location_id, SUM(GREATEST(x.ordered - x.received, 0)) coming"
                        + " FROM purchase_order_line x JOIN purchase_order p ON p.id = x.order_id"
                        + " JOIN location q ON q.id = p.location_id"
                        + " WHERE x.item_id = :item AND p.status IN " + OPEN_ORDERS + " GROUP BY q.site_id) o"
                        + " ON o.location_id = l.id"
                        + " WHERE l.active AND l.of_site IS NULL AND NOT l.drop_ship AND COALESCE(s.carried, b.item_id IS NOT NULL) ORDER BY l.id")
                .bind("item", item)
                .mapTo(CarriedStock.class)
                .list());
    }

    /** Active items that any location carries, in the order of their numbers. */
    List<Long> itemsAfter(long item, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.id FROM item i WHERE i.id > ? AND (i.active OR EXISTS"
                        + " (SELECT 1 FROM proposal p WHERE p.item_id = i.id AND p.live = 1)) ORDER BY i.id LIMIT ?")
                .bind(0, item)
                .bind(1, limit)
                .mapTo(Long.class)
                .list());
    }

    long countItems() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM item WHERE active").mapTo(long.class).one());
    }
}
