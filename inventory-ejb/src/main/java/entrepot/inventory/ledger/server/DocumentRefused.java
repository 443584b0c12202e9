package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Refusal;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** What was asked of a document cannot be; nothing was changed. */
@ApplicationException(rollback = true)
public abstract class DocumentRefused extends RuntimeException {
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

    protected DocumentRefused(Why why, List<Refusal> refusals) {
        super(refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong");
        this.why = why;
        this.refusals = List.copyOf(refusals);
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
