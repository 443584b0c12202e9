package entrepot.inventory.promise.server;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Looks after reservations every ten seconds. Two nodes may do so at once: each act takes the lock of its goods. */
@Singleton
@DenyAll
@RunAs("system")
public class ReservationTimer {

    @EJB
    private ReservationDesk desk;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void tick() {
        desk.tick();
    }
}
