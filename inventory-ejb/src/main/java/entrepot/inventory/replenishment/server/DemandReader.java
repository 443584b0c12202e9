package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.DemandDay;
import entrepot.inventory.replenishment.DemandHistory;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked of an item, by location and business date, read from the movements when it is needed: there is no table
 * that could disagree with the ledger. What is brought back or undone lessens the day and place of its sale, and an
 * undone return adds to them again; a return that names no sale counts on its own day.
 */
@ApplicationScoped
public class DemandReader {

    @Inject
    private Database database;

    record Row(long location, LocalDate day, long units) {}

    /** @return history by location; a location that never sold the item has none */
    Map<Long, DemandHistory> since(long item, LocalDate from) {
        Map<Long, List<DemandDay>> days = new HashMap<>();
        sold(item, from).forEach(row -> add(days, row));
        earlier(item, from).forEach(row -> add(days, row));
        Map<Long, DemandHistory> histories = new HashMap<>();
        days.forEach((location, rows) -> histories.put(location, new DemandHistory(rows)));
        return histories;
    }

    private List<Row> sold(long item, LocalDate from) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT q.site_id location,"
                        + " COALESCE(t.business_date, s.business_date, m.business_date) day, -SUM(m.quantity) units"
                        + " FROM stock_balance b JOIN movement m ON m.item_id = b.item_id AND m.location_id = b.location_id"
                        + " LEFT JOIN movement s ON s.id = m.source_movement_id"
                        + " LEFT JOIN movement t ON t.id = s.source_movement_id"
                        + " JOIN location q ON q.id = COALESCE(t.location_id, s.location_id, m.location_id)"
                        + " WHERE b.item_id = :item AND m.business_date >= :from"
                        + " AND (m.kind IN ('SALE', 'CUSTOMER_RETURN') OR m.kind = 'REVERSAL' AND s.kind IN ('SALE', 'CUSTOMER_RETURN'))"
                        + " GROUP BY 1, 2 HAVING day >= :from")
                .bind("item", item)
                .bind("from", from)
                .mapTo(Row.class)
                .list());
    }

    /** The first sale of each location before {@code from}: since then days without a sale count as zero. */
    private List<Row> earlier(long item, LocalDate from) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT location, MIN(day) day, 1000000 units FROM (SELECT q.site_id location, (SELECT m.business_date FROM movement m FORCE INDEX (movement_item) WHERE m.item_id = b.item_id"
                        + " AND m.location_id = b.location_id AND m.kind = 'SALE' AND m.business_date < :from"
                        + " ORDER BY m.business_date LIMIT 1) day"
                        + " FROM stock_balance b JOIN location q ON q.id = b.location_id WHERE b.item_id = :item) firsts"
                        + " WHERE day IS NOT NULL GROUP BY location")
                .bind("item", item)
                .bind("from", from)
                .mapTo(Row.class)
                .list());
    }

    private static void add(Map<Long, List<DemandDay>> days, Row row) {
        days.computeIfAbsent(row.location(), location -> new ArrayList<>())
                .add(new DemandDay(row.day(), new Quantity(row.units())));
    }
}
