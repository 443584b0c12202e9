package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Stock;
import entrepot.inventory.promise.AvailableToPromise;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads what of an item a site has, expects and has promised. */
@ApplicationScoped
public class Prospects {

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /**
     * What stands now.
     *
     * @param onHand    fit to be sold or not, with what suppliers have there
     * @param available fit to be sold
     * @param held      of it reserved
     * @param awaited   reserved of what is on order
     * @param overdue   on order, expected before today or at no day: nobody knows when it comes
     */
    public record Standing(Quantity onHand, Quantity available, Quantity held, Quantity awaited, Quantity overdue) {

        /** Anybody may take it; below zero where less is there than is reserved. */
        public Quantity free() {
            return available.minus(held);
        }
    }

    public AvailableToPromise promisable(Stock.Place site) {
        Quantity available = standing(site).available();
        return database.jdbi().withHandle(handle -> AvailableToPromise.of(today(), available,
                byDay(handle, "SELECT o.expected_on, SUM(GREATEST(n.ordered - n.received, 0)) FROM purchase_order_line n"
                        + " JOIN purchase_order o ON o.id = n.order_id WHERE n.item_id = ? AND o.location_id IN (SELECT id FROM location WHERE site_id = ?)"
                        + " AND o.status IN ('ORDERED', 'PARTIAL') AND o.expected_on >= '" + today() + "' GROUP BY o.expected_on", site),
                byDay(handle, "SELECT r.wanted_on, SUM(l.held + l.awaited) FROM reservation_line l JOIN reservation r"
                        + " ON r.id = l.reservation_id WHERE l.item_id = ? AND l.location_id = ? AND l.held + l.awaited > 0"
                        + " GROUP BY r.wanted_on", site)));
    }

    public Standing standing(Stock.Place site) {
        record Row(long onHand, long available, long held, long awaited, long overdue) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COALESCE(b.on_hand, 0) on_hand, COALESCE(b.available, 0) available, COALESCE(s.held, 0) held,"
                        + " COALESCE(s.awaited, 0) awaited, (SELECT COALESCE(SUM(GREATEST(n.ordered - n.received, 0)), 0)"
                        + " FROM purchase_order_line n JOIN purchase_order o ON o.id = n.order_id WHERE n.item_id = :item"
                        + " AND o.location_id IN (SELECT id FROM location WHERE site_id = :site) AND o.status IN ('ORDERED', 'PARTIAL')"
                        + " AND (o.expected_on IS NULL OR o.expected_on < :today)) overdue"
                        + " FROM (SELECT SUM(x.on_hand) on_hand, SUM(IF(q.status = 'AVAILABLE', x.on_hand, 0)) available"
                        + " FROM location q JOIN (SELECT location_id, on_hand FROM stock_balance WHERE item_id = :item UNION ALL"
                        + " SELECT location_id, on_hand FROM consigned_stock WHERE item_id = :item) x ON x.location_id = q.id"
                        + " WHERE q.site_id = :site) b"
                        + " LEFT JOIN stock_reserved s ON s.item_id = :item AND s.location_id = :site")
                .bind("item", site.item().value())
                .bind("site", site.location().value())
                .bind("today", today())
                .mapTo(Row.class)
                .map(row -> new Standing(new Quantity(row.onHand()), new Quantity(row.available()), new Quantity(row.held()),
                        new Quantity(row.awaited()), new Quantity(row.overdue())))
                .one());
    }

    private static Map<LocalDate, Quantity> byDay(Handle handle, String sql, Stock.Place site) {
        return handle.createQuery(sql)
                .bind(0, site.item().value())
                .bind(1, site.location().value())
                .map((row, context) -> Map.entry(row.getObject(1, LocalDate.class), new Quantity(row.getLong(2))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    public LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }
}
