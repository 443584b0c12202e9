package entrepot.trading.market.server;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** What cannot be done with market data as asked; nothing was changed. */
@ApplicationException(rollback = true)
public final class MarketRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Fault> faults;

    public enum Kind { MISSING, INVALID, CONFLICT, STALE }

    /** @param pointer into the request, as JSON pointer */
    public record Fault(String pointer, String code, String detail) {}

    MarketRefused(Kind kind, List<Fault> faults) {
        super(faults.size() == 1 ? faults.get(0).detail() : faults.size() + " things stand against it");
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    static MarketRefused of(Kind kind, String code, String pointer, String detail) {
        return new MarketRefused(kind, List.of(new Fault(pointer, code, detail)));
    }

    static MarketRefused noInstrument(String symbol) {
        return of(Kind.MISSING, "not-found", "", "no instrument '" + symbol + "'");
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
