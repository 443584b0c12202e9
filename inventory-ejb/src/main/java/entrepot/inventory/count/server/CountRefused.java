package entrepot.inventory.count.server;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.DocumentRefused;
import java.util.List;
import java.util.UUID;

/** What was asked of a count cannot be; nothing was changed. */
public final class CountRefused extends DocumentRefused {
    private static final long serialVersionUID = 1L;

    private CountRefused(Why why, List<Refusal> refusals) {
        super(why, refusals);
    }

    static CountRefused missing(UUID count) {
        return of(Why.MISSING, "not-found", "no count " + count);
    }

    static CountRefused state(String number, CountStatus status, String act) {
        return of(Why.STATE, "count-state", number + " is " + status + " and cannot be " + act);
    }

    static CountRefused of(Why why, String code, String detail) {
        return new CountRefused(why, List.of(Refusal.whole(code, detail)));
    }

    static void ifAny(Why why, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new CountRefused(why, refusals);
        }
    }
}
