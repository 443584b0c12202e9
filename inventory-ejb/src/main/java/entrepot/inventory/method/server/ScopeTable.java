package entrepot.inventory.method.server;

import entrepot.inventory.ledger.server.BookSetting;
import entrepot.inventory.method.ScopeChange;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items with what is valued together of them, and how much they moved. */
@ApplicationScoped
class ScopeTable {

    private static final String ITEM = "SELECT i.id, i.sku, " + BookSetting.scope("i") + " was, i.scope own, EXISTS (SELECT 1 FROM account_mapping a"
            + " WHERE a.role = 'INVENTORY' AND a.site_id > 0 AND a.category_id IN (0, COALESCE(i.category_id, 0))) accounts,"
            + " (SELECT MIN(m.location_id) FROM movement m WHERE m.item_id = i.id) place,"
            + " (SELECT COUNT(*) FROM movement m WHERE m.item_id = i.id) movements FROM item i";

    @Inject
    private Database database;

    record Row(long id, String sku, CostingScope was, CostingScope own, boolean accounts, Long place, long movements) {

        ScopeChange.Line line() {
            return new ScopeChange.Line(sku, new ItemId(id), was, own, accounts, place == null ? null : new LocationId(place), movements);
        }
    }

    /** In the order of the SKUs; one that is not known has no item. */
    List<ScopeChange.Line> named(List<String> skus) {
        Map<String, Row> rows = new HashMap<>();
        if (!skus.isEmpty()) {
            database.jdbi().useHandle(handle -> handle.createQuery(ITEM + " WHERE i.active AND i.sku IN (<skus>)")
                    .bindList("skus", skus).mapTo(Row.class).forEach(row -> rows.put(row.sku(), row)));
        }
        return skus.stream()
                .map(sku -> rows.containsKey(sku) ? rows.get(sku).line() : new ScopeChange.Line(sku, null, null, null, false, null, 0))
                .toList();
    }

    /** Those that moved and are valued otherwise. @param category or null for all */
    List<ScopeChange.Line> all(String category, CostingScope scope) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ITEM + " LEFT JOIN category c ON c.id = i.category_id WHERE (:category IS NULL OR c.code = :category)"
                        + " HAVING place IS NOT NULL AND was <> :scope ORDER BY i.sku")
                .bind("category", category)
                .bind("scope", scope.name())
                .mapTo(Row.class)
                .map(Row::line)
                .list());
    }
}
