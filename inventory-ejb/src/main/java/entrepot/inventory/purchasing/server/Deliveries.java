package entrepot.inventory.purchasing.server;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** How long a supplier takes. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class Deliveries {

    private static final int LATEST = 200;

    @Inject
    private Database database;

    /** @param days from order to receipt; @param deliveries that took so long */
    public record Took(int days, long deliveries) {}

    /** Of the last {@value #LATEST} deliveries, by days; one is one, however many lines it had. */
    public List<Took> of(String supplier) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT days, COUNT(*) deliveries FROM (SELECT DATEDIFF(MIN(r.received_on), o.ordered_on) days"
                        + " FROM purchase_order o JOIN supplier s ON s.id = o.supplier_id"
                        + " JOIN purchase_order_receipt r ON r.order_id = o.id WHERE s.code = ? AND r.received_on >= o.ordered_on"
                        + " GROUP BY o.id, r.posting_seq, o.ordered_on ORDER BY MIN(r.received_on) DESC LIMIT " + LATEST + ") took"
                        + " GROUP BY days ORDER BY days")
                .bind(0, supplier)
                .mapTo(Took.class)
                .list());
    }
}
