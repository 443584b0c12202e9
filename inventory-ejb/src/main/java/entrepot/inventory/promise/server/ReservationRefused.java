package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused;
import java.util.List;

/** What was asked of a reservation cannot be; nothing was changed. */
public final class ReservationRefused extends DocumentRefused {
    private static final long serialVersionUID = 1L;

    private ReservationRefused(Why why, List<Refusal> refusals) {
        super(why, refusals);
    }

    static ReservationRefused of(Why why, String code, String detail) {
        return new ReservationRefused(why, List.of(Refusal.whole(code, detail)));
    }

    static void ifAny(Why why, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new ReservationRefused(why, refusals);
        }
    }
}
