package entrepot.inventory.method.server;

import entrepot.inventory.method.CostingChange;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.Framework;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items with their method, and how much they moved by it. */
@ApplicationScoped
class MethodTable {

    private static final String ITEM = "SELECT i.id, i.sku, i.costing, i.average_period own,"
            + " COALESCE(i.average_period, o.average_period, d.average_period) period, (SELECT MIN(m.location_id) FROM movement m WHERE m.item_id = i.id) place,"
            + " (SELECT COUNT(*) FROM movement m WHERE m.item_id = i.id) movements FROM item i"
            + " JOIN cost_policy d ON d.category_id = 0 LEFT JOIN cost_policy o ON o.category_id = i.category_id";

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    record Row(long id, String sku, CostFlow costing, AveragePeriod own, AveragePeriod period, Long place, long movements) {

        CostingChange.Line line() {
            return new CostingChange.Line(sku, new ItemId(id), new CostTerms(costing, period), own,
                    place == null ? null : new LocationId(place), movements);
        }
    }

    Framework framework() {
        return Framework.valueOf(companies.now().framework());
    }

    boolean isCategory(String code) {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM category WHERE code = ?)")
                .bind(0, code).mapTo(boolean.class).one());
    }

    /** In the order of the SKUs; one that is not known has no item. */
    List<CostingChange.Line> named(List<String> skus) {
        Map<String, Row> rows = new HashMap<>();
        if (!skus.isEmpty()) {
            database.jdbi().useHandle(handle -> handle.createQuery(ITEM + " WHERE i.active AND i.sku IN (<skus>)")
                    .bindList("skus", skus).mapTo(Row.class).forEach(row -> rows.put(row.sku(), row)));
        }
        return skus.stream()
                .map(sku -> rows.containsKey(sku) ? rows.get(sku).line() : new CostingChange.Line(sku, null, null, null, null, 0))
                .toList();
    }

    /** Those that moved by a method that can become this one. @param category or null for all */
    List<CostingChange.Line> all(String category, CostingChange.Asked asked) {
        List<String> from = CostFlow.INTERCHANGEABLE.stream().map(CostFlow::name).toList();
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ITEM + " LEFT JOIN category c ON c.id = i.category_id WHERE (:category IS NULL OR c.code = :category)"
                        + " AND i.costing IN (<from>) HAVING place IS NOT NULL ORDER BY i.sku")
                .bind("category", category)
                .bindList("from", from)
                .mapTo(Row.class)
                .map(Row::line)
                .filter(line -> !asked.of(line.was()).costsAs(line.was()))
                .list());
    }
}
