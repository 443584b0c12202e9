package entrepot.trading.market.server;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What there is between two bars of an instrument, for who looks and who calculates. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin", "system"})
public class FlowBoard {

    @Inject
    private InstrumentTable instruments;

    @Inject
    private FlowTable flows;

    @Inject
    private HeldFlowTable quarantine;

    /** @throws MarketRefused where there is no such instrument, as the others */
    public List<FlowSeries> list(String symbol) {
        return flows.list(instrument(symbol));
    }

    /** Some rows from a place on, at most as many; none behind the last. @param row from 0 */
    public Flow rows(String symbol, FlowKind kind, long row, int limit) {
        return flows.rows(series(symbol, kind).id(), kind, row, limit);
    }

    /** @param after nanoseconds */
    public List<FlowGap> gaps(String symbol, FlowKind kind, long after, int limit) {
        return flows.gaps(series(symbol, kind).id(), after, limit);
    }

    /** @param status null for all; @param after an id */
    public List<HeldFlow> held(String symbol, FlowKind kind, HeldStatus status, long after, int limit) {
        return quarantine.list(series(symbol, kind).id(), status, after, limit);
    }

    private FlowSeries series(String symbol, FlowKind kind) {
        return flows.find(instrument(symbol), kind)
                .orElseThrow(() -> MarketRefused.of(MarketRefused.Kind.MISSING, "not-found", "", symbol + " has no " + kind + " yet"));
    }

    private long instrument(String symbol) {
        return instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
    }
}
