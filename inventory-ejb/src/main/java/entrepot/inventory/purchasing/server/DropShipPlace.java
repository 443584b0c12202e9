package entrepot.inventory.purchasing.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where goods pass through that a supplier ships to a customer; made when the first is ordered. */
@ApplicationScoped
class DropShipPlace {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    /** Its row number. */
    long ofDropShipments() {
        return database.jdbi().withHandle(handle -> find(handle).orElseGet(() -> {
            handle.execute("INSERT IGNORE INTO location (id, code, name, drop_ship) VALUES (?, 'DROP-SHIP', 'Drop shipments', TRUE)", ids.next());
            return find(handle).orElseThrow(() -> new IllegalStateException("a location DROP-SHIP is there that is not for drop shipments: rename it"));
        }));
    }

    private static Optional<Long> find(Handle handle) {
        return handle.createQuery("SELECT id FROM location WHERE drop_ship LIMIT 1").mapTo(Long.class).findOne();
    }
}
