package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What becomes of a sale that takes what is reserved for another: the company's own rule. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class PromisePolicyDesk {

    @Inject
    private Database database;

    public record Policy(Reserved.Rule sellReserved, int version) {}

    public Policy policy() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT sell_reserved, version FROM promise_policy").mapTo(Policy.class).one());
    }

    /** Counts from the next posting on. @param version as last seen */
    @RolesAllowed("admin")
    public void change(Reserved.Rule sellReserved, int version) {
        int changed = database.jdbi().withHandle(handle -> handle.execute(
                "UPDATE promise_policy SET sell_reserved = ?, version = version + 1 WHERE version = ?", sellReserved.name(), version));
        if (changed == 0) {
            throw ReservationRefused.of(Why.STALE, "stale", "the rule was changed meanwhile: read it again and repeat");
        }
    }
}
