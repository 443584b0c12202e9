package entrepot.inventory.invoice.server;

import entrepot.inventory.ledger.Refusal;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** What was asked of a supplier invoice cannot be; nothing was changed. */
@ApplicationException(rollback = true)
public final class InvoiceRefused extends RuntimeException {
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

    private InvoiceRefused(Why why, List<Refusal> refusals) {
        super(refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong");
        this.why = why;
        this.refusals = List.copyOf(refusals);
    }

    static InvoiceRefused of(Why why, String code, String detail) {
        return new InvoiceRefused(why, List.of(Refusal.whole(code, detail)));
    }

    static void ifAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new InvoiceRefused(Why.ASKED, refusals);
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
