package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Refusal;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** What was asked of a reservation cannot be; nothing was changed. */
@ApplicationException(rollback = true)
public final class ReservationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer it deserves. */
    public enum Why {
        MISSING,
        STALE,
        STATE,
        ASKED,
        CLASH
    }

    private final Why why;
    private final transient List<Refusal> refusals;

    private ReservationRefused(Why why, List<Refusal> refusals) {
        super(refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong");
        this.why = why;
        this.refusals = List.copyOf(refusals);
    }

    static ReservationRefused of(Why why, String code, String detail) {
        return new ReservationRefused(why, List.of(Refusal.whole(code, detail)));
    }

    static void ifAny(Why why, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new ReservationRefused(why, refusals);
        }
    }

    public Why why() {
        return why;
    }

    /** At least one. */
    public List<Refusal> refusals() {
        return refusals;
    }

    public String code() {
        List<String> codes = refusals.stream().map(Refusal::code).distinct().toList();
        return codes.size() == 1 ? codes.get(0) : "refused";
    }
}
