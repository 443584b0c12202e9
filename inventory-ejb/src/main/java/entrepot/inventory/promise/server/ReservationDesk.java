package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Stock;
import entrepot.platform.retry.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where goods are promised: each act is one transaction, tried again when it lost a race. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReservationDesk {

    private static final int AT_ONCE = 500;

    @EJB
    private ReservationTransaction transaction;

    @Inject
    private ReservationTable table;

    @Inject
    private Prospects prospects;

    @Inject
    private Retry retry;

    /**
     * All lines or none.
     *
     * @param content what the client sent: a second try with the same id must say the same
     * @return whether it was made now
     */
    public boolean reserve(NewReservation asked, String content) {
        return retry.run(() -> transaction.reserve(asked, content));
    }

    /** Again is no harm. @param lines numbers, or empty: all */
    public void release(UUID reservation, Collection<Integer> lines, String reason) {
        act(() -> transaction.release(reservation, lines, reason));
    }

    /** @param expiresAt null: it does not expire */
    public void move(UUID reservation, LocalDate wantedOn, Instant expiresAt, int priority) {
        act(() -> transaction.move(reservation, wantedOn, expiresAt, priority));
    }

    /** What goes by itself: frees what has expired, gives what came to those who wait. */
    @RolesAllowed("system")
    public void tick() {
        for (UUID expired : table.expired(AT_ONCE)) {
            act(() -> transaction.expire(expired));
        }
        List<Stock.Place> awaited = table.awaited();
        for (Stock.Place site : awaited) {
            if (prospects.standing(site).free().isPositive()) {
                act(() -> transaction.handOut(site));
            }
        }
    }

    private void act(Runnable act) {
        retry.run(() -> {
            act.run();
            return null;
        });
    }
}
