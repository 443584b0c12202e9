package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.CostRule;
import entrepot.inventory.catalogue.Kept;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code cost_policy}; category 0 stands for all that have none of their own. */
@ApplicationScoped
class CostRuleTable {

    private static final String SELECT = "SELECT c.code category, p.average_period, p.late_cost, p.below_zero, p.scope, p.version"
            + " FROM cost_policy p LEFT JOIN category c ON c.id = p.category_id";

    @Inject
    private Database database;

    record Row(String category, String averagePeriod, String lateCost, boolean belowZero, String scope, int version) {
        Kept<CostRule> kept() {
            return new Kept<>(version, new CostRule(category, averagePeriod, lateCost, belowZero, scope));
        }
    }

    /** What a rule says, whatever category it is for. */
    record Policy(String averagePeriod, String lateCost, boolean belowZero, String scope) {}

    /** By category number. */
    Map<Long, Policy> policies() {
        Map<Long, Policy> policies = new HashMap<>();
        database.jdbi().useHandle(handle -> handle.createQuery("SELECT category_id, average_period, late_cost, below_zero, scope FROM cost_policy")
                .map((row, context) -> policies.put(row.getLong(1),
                        new Policy(row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5))))
                .list());
        return policies;
    }

    List<Kept<CostRule>> all() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(SELECT + " ORDER BY p.category_id <> 0, c.code").mapTo(Row.class).map(Row::kept).list());
    }

    Optional<Kept<CostRule>> locked(long category) {
        return database.jdbi().withHandle(handle -> handle.select(SELECT + " WHERE p.category_id = ? FOR UPDATE", category)
                .mapTo(Row.class).map(Row::kept).findFirst());
    }

    void put(long category, CostRule rule) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO cost_policy (category_id, average_period, late_cost, below_zero, scope) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE average_period = VALUES(average_period), late_cost = VALUES(late_cost),"
                        + " below_zero = VALUES(below_zero), scope = VALUES(scope), version = version + 1",
                category, rule.averagePeriod(), rule.lateCost(), rule.belowZero(), rule.scope()));
    }

    void delete(long category) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM cost_policy WHERE category_id = ?", category));
    }

    /** Whether an item moved that the rule of this category is for. */
    boolean isUsed(long category) {
        String which = category != 0 ? "i.category_id = :category"
                : ":category = 0 AND NOT EXISTS (SELECT 1 FROM cost_policy o WHERE o.category_id = i.category_id AND o.category_id <> 0)";
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM cost_pool p JOIN item i ON i.id = p.item_id WHERE p.ordinal > 0 AND " + which + ")")
                .bind("category", category).mapTo(boolean.class).one());
    }

    /** Whether stock has accounts by site, in this category or in all; 0 for any category. */
    boolean hasStockAccountsBySite(long category) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM account_mapping WHERE role = 'INVENTORY' AND site_id > 0"
                        + " AND (:category = 0 OR category_id IN (0, :category)))")
                .bind("category", category).mapTo(boolean.class).one());
    }

    /** Whether items of this category, or of any where it is 0, are valued together with those of other sites. */
    boolean valuesSitesTogether(long category) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM cost_policy p WHERE p.scope <> 'LOCATION' AND (:category = 0"
                        + " OR p.category_id = :category OR p.category_id = 0 AND NOT EXISTS (SELECT 1 FROM cost_policy o"
                        + " WHERE o.category_id = :category))) OR EXISTS (SELECT 1 FROM item i WHERE i.scope <> 'LOCATION'"
                        + " AND :category IN (0, i.category_id))")
                .bind("category", category).mapTo(boolean.class).one());
    }

    /** Whether an item of this category moved, whatever rule it has. */
    boolean hasMoved(long category) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM cost_pool p JOIN item i ON i.id = p.item_id"
                        + " WHERE p.ordinal > 0 AND i.category_id = ?)")
                .bind(0, category).mapTo(boolean.class).one());
    }
}
