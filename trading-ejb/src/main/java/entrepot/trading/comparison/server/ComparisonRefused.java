package entrepot.trading.comparison.server;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** These cannot be compared. */
@ApplicationException
public final class ComparisonRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param code {@code count}, {@code twice}, {@code unknown-backtest}, {@code not-finished} or {@code nothing-in-common} */
    public record Fault(String code, String detail) {}

    ComparisonRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::detail).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** All of them. */
    public List<Fault> faults() {
        return faults;
    }
}
