package entrepot.inventory.count.server;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * What every place carries, with the class of each item, when it was last counted and from when it is to be counted again.
 * What was never counted is due since it first moved there; what is on a count that is not over yet is left out.
 */
@ApplicationScoped
public class DueItems {

    private static final String DUE_ON = "COALESCE(DATE_ADD(z.last, INTERVAL CASE z.class WHEN 'A' THEN r.days_a WHEN 'B' THEN r.days_b"
            + " ELSE r.days_c END DAY), (SELECT MIN(f.business_date) FROM movement f WHERE f.item_id = z.item_id"
            + " AND f.location_id = z.location_id), (SELECT MIN(e.on_day) FROM consigned_event e WHERE e.item_id = z.item_id"
            + " AND e.location_id = z.location_id))";

    /** Goods of suppliers alone. */
    private static final String THEIRS = "(SELECT DISTINCT x.item_id, x.location_id FROM consigned_stock x WHERE x.on_hand > 0 AND NOT EXISTS"
            + " (SELECT 1 FROM stock_balance y WHERE y.item_id = x.item_id AND y.location_id = x.location_id))";

    /** Rows of item_id, location_id, class, last, due_on. */
    private static final String CARRIED = "SELECT z.*, " + DUE_ON + " due_on FROM (" + of("stock_balance") + " UNION ALL " + of(THEIRS)
            + ") z, stock_count_policy r";

    private static String of(String shelves) {
        return "SELECT b.item_id, b.location_id, COALESCE(k.class, 'C') class, k.usage_value, (SELECT MAX(q.counted_on) FROM stock_count_result q WHERE q.item_id = b.item_id"
            + " AND q.location_id = b.location_id) last FROM " + shelves + " b LEFT JOIN stock_count_class k ON k.item_id = b.item_id"
            + " WHERE NOT EXISTS (SELECT 1 FROM stock_count_line l JOIN stock_count c ON c.id = l.count_id WHERE l.item_id = b.item_id"
            + " AND c.location_id = b.location_id AND c.status IN ('OPEN', 'RECOUNT', 'SUBMITTED'))";
    }

    @Inject
    private Database database;

    /** @param location or null: all; likewise {@code only} and {@code category} */
    public record Asked(Long location, String only, String category, boolean due, LocalDate today) {}

    public record Due(
            String sku, String name, String location, String abc, LocalDate lastCounted, LocalDate dueOn) {}

    /** What a place owes the plan. */
    public record Owed(String location, String name, String abc, long carried, long due, LocalDate since) {}

    /** @param most the longest due first */
    List<Long> items(Asked asked, int most) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT item_id FROM (SELECT d.item_id, i.sku FROM (" + CARRIED + ") d JOIN item i ON i.id = d.item_id"
                        + " LEFT JOIN category g ON g.id = i.category_id WHERE" + where() + " ORDER BY d.due_on, d.item_id LIMIT :most) chosen"
                        + " ORDER BY sku")
                .bindMethods(asked)
                .bind("most", most)
                .mapTo(Long.class)
                .list());
    }

    /** In order of SKU and place; {@code after} is the last of those, or empty. */
    List<Due> list(Asked asked, String afterSku, String afterLocation, int rows) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT i.sku, i.name, p.code location, d.class abc, d.last last_counted, d.due_on FROM (" + CARRIED
                        + ") d JOIN item i ON i.id = d.item_id JOIN location p ON p.id = d.location_id"
                        + " LEFT JOIN category g ON g.id = i.category_id WHERE" + where()
                        + " AND (i.sku, p.code) > (:afterSku, :afterLocation) ORDER BY i.sku, p.code LIMIT :rows")
                .bindMethods(asked)
                .bind("afterSku", afterSku)
                .bind("afterLocation", afterLocation)
                .bind("rows", rows)
                .mapTo(Due.class)
                .list());
    }

    List<Owed> owed(LocalDate today) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.code location, p.name, d.class abc, COUNT(*) carried, SUM(d.due_on <= :today) due,"
                        + " MIN(IF(d.due_on <= :today, d.due_on, NULL)) since FROM (" + CARRIED + ") d JOIN item i ON i.id = d.item_id"
                        + " AND i.active JOIN location p ON p.id = d.location_id GROUP BY p.code, p.name, d.class ORDER BY p.code, d.class")
                .bind("today", today)
                .mapTo(Owed.class)
                .list());
    }

    private static String where() {
        return " i.active AND (:location IS NULL OR d.location_id = :location) AND (:only IS NULL OR d.class = :only)"
                + " AND (:category IS NULL OR g.code = :category) AND (NOT :due OR d.due_on <= :today)";
    }
}
