package entrepot.trading.evidence.server;

import entrepot.trading.evidence.Trials;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** All that was ever tried, and on what. A trial without a result (failed, cancelled) told nobody anything and is not in it. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin", "system"})
public class TrialLog {

    /** Beyond it the oldest are left out; pairs grow with the square. */
    private static final int MOST = 400;

    @Inject
    private TrialTable table;

    @RolesAllowed("system")
    public void add(TrialRow row) {
        table.add(row);
    }

    /**
     * Of an instrument, up to now. The same question on the same bars asked again is the same trial.
     *
     * @param barsPerYear of the bars that Sharpe ratios are told of
     */
    public Trials on(String symbol, double barsPerYear) {
        return Trials.of(table.of(symbol, MOST, barsPerYear));
    }

    /** As above, of portfolios. @param universe its instruments */
    @RolesAllowed("system")
    public void add(TrialRow row, List<String> universe) {
        table.add(row, universe);
    }

    /** Of all portfolios that had one of these instruments, up to now. */
    public Trials onAny(List<String> symbols) {
        return Trials.of(table.ofAny(symbols, MOST));
    }

    /** Newest first. @param symbol null for all; @param before a number, or {@code Long.MAX_VALUE} */
    public List<TrialRow> list(String symbol, long before, int limit) {
        return table.list(symbol, before, limit);
    }
}
