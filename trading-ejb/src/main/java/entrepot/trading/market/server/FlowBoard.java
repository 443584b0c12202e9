package entrepot.trading.market.server;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.Timeframe;
import entrepot.trading.market.TradeBars;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What there is between two bars of an instrument, for who looks and who calculates. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin", "system"})
public class FlowBoard {

    /** As early as nanoseconds can say with all that comes before a bar. */
    private static final LocalDate EARLIEST = LocalDate.of(1700, 1, 1);

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

    /**
     * The bars that trades make, by time.
     *
     * @param after milliseconds of the epoch; @param ends inclusive: later trades are not known
     * @param each  sees each, and says whether to go on
     */
    public void bars(String symbol, BarPlan plan, long after, long ends, Predicate<Bar> each) {
        long id = series(symbol, FlowKind.TRADES).id();
        TradeBars.each(row -> flows.rows(id, FlowKind.TRADES, row, Flow.PART), firstRow(id, plan, after), plan, ends, bar -> bar.time() <= after || each.test(bar));
    }

    /** Bars of some time are the same from wherever trades are read; others are counted from the first trade. */
    private long firstRow(long series, BarPlan plan, long after) {
        long begin = MarketData.millis(EARLIEST);
        return plan.every() instanceof Timeframe && after > begin
                ? flows.firstRow(series, TimeUnit.MILLISECONDS.toNanos(after) - TimeUnit.DAYS.toNanos(plan.daysBefore())) : 0;
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
