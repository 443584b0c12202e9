package entrepot.trading.pricing.server;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A change of prices that cannot be done as asked; nothing was changed. */
@ApplicationException(rollback = true)
public final class PriceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Fault> faults;

    public enum Kind { MISSING, INVALID, CONFLICT, STALE, CLASH, FORBIDDEN }

    /** @param pointer into the request, as JSON pointer */
    public record Fault(String pointer, String code, String detail) {}

    PriceRefused(Kind kind, List<Fault> faults) {
        super(faults.size() == 1 ? faults.get(0).detail() : faults.size() + " things stand against it");
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    static PriceRefused of(Kind kind, String code, String pointer, String detail) {
        return new PriceRefused(kind, List.of(new Fault(pointer, code, detail)));
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
