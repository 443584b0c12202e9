package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.LeadTime;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Days from order to receipt: of this item from its supplier, where that came often enough; else of all that supplier's
 * deliveries; else as the supplier states. The last {@value #LATEST} count, so that a supplier may change.
 */
@ApplicationScoped
public class LeadTimeReader {

    private static final int LATEST = 50;

    private static final String DAYS = "SELECT DATEDIFF(r.received_on, o.ordered_on) FROM purchase_order_receipt r"
            + " JOIN purchase_order o ON o.id = r.order_id";
    private static final String LAST = " AND r.received_on >= o.ordered_on ORDER BY r.received_on DESC LIMIT " + LATEST;

    @Inject
    private Database database;

    LeadTime of(StockedItem item, PolicyBook.Policy policy) {
        int stated = item.leadTimeDays() == null ? policy.leadTimeDays() : item.leadTimeDays();
        List<Integer> arrived = item.supplier() == null ? List.of() : ofItem(item);
        if (arrived.size() < policy.learnFrom() && item.supplier() != null) {
            arrived = ofSupplier(item.supplier());
        }
        return LeadTime.of(stated, policy.leadTimeSpread(), arrived, policy.learnFrom());
    }

    private List<Integer> ofItem(StockedItem item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(DAYS + " JOIN purchase_order_line l ON l.order_id = r.order_id AND l.line_no = r.line_no"
                        + " WHERE l.item_id = ? AND o.supplier_id = ?" + LAST)
                .bind(0, item.id())
                .bind(1, item.supplier())
                .mapTo(Integer.class)
                .list());
    }

    /** One delivery is one observation, however many lines it had. */
    private List<Integer> ofSupplier(long supplier) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT DATEDIFF(MIN(r.received_on), o.ordered_on) FROM purchase_order o"
                        + " JOIN purchase_order_receipt r ON r.order_id = o.id WHERE o.supplier_id = ?"
                        + " AND r.received_on >= o.ordered_on GROUP BY o.id, r.posting_seq, o.ordered_on"
                        + " ORDER BY MIN(r.received_on) DESC LIMIT " + LATEST)
                .bind(0, supplier)
                .mapTo(Integer.class)
                .list());
    }
}
