package entrepot.inventory.count.server;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.ledger.Refusal;
import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.UUID;

/** What was asked of a count cannot be; nothing was changed. */
@ApplicationException(rollback = true)
public final class CountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of answer it deserves. */
    public enum Why {
        MISSING,
        FORBIDDEN,
        STALE,
        STATE,
        ASKED
    }

    private final Why why;
    private final transient List<Refusal> refusals;

    private CountRefused(Why why, List<Refusal> refusals) {
        super(refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong");
        this.why = why;
        this.refusals = List.copyOf(refusals);
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
