package entrepot.trading.market.server;

import entrepot.trading.flow.FlowKind;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.Chain;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Series for whoever calculates with them. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin", "system"})
public class MarketData {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private BarTable bars;

    @Inject
    private Contracts contracts;

    @EJB
    private FlowBoard flows;

    public Optional<Instrument> instrument(String symbol) {
        return instruments.find(symbol).map(InstrumentTable.Row::instrument);
    }

    /** Daily bars: see {@link #bars(String, BarStep, LocalDate, LocalDate, LocalDate)}. */
    public Bars bars(String symbol, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        return bars(symbol, BarStep.DAY, from, to, adjustedAsOf);
    }

    /**
     * @param from         first day (UTC), or null for all
     * @param to           last day, or null for all
     * @param adjustedAsOf splits and dividends known on that day are worked in, contracts of a future are joined by its rule so that the last one keeps its prices,
     *                     and no later bar is there; null for raw prices
     * @return empty where there are none
     * @throws MarketRefused where there is no such instrument
     */
    public Bars bars(String symbol, BarStep step, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        InstrumentTable.Row row = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol));
        long instrument = row.id();
        LocalDate last = to == null ? LAST : to;
        if (adjustedAsOf != null && adjustedAsOf.isBefore(last)) {
            last = adjustedAsOf;
        }
        long begins = millis(from == null ? FIRST : from);
        long ends = millis(last.plusDays(1)) - 1;
        if (row.row().kind() == InstrumentKind.CONTINUOUS) {
            Instrument all = row.instrument();
            Chain chain = contracts.chain(all, step, ends);
            Bars joined = adjustedAsOf == null ? chain.spliced() : joined(symbol, all, chain);
            return joined.since(begins);
        }
        Bars raw = series.find(instrument, step).map(id -> bars.read(id, begins, ends)).orElseGet(() -> Bars.of(List.of()));
        return adjustedAsOf == null ? raw : Adjustment.asOf(adjustedAsOf, instruments.actions(instrument)).of(raw);
    }

    /** Daily bars of all contracts of a future, one after the other. @param from null for all days; @param to likewise */
    public Chain chain(String symbol, LocalDate from, LocalDate to) {
        Chain whole = contracts.chain(instrument(symbol).orElseThrow(), BarStep.DAY, millis((to == null ? LAST : to).plusDays(1)) - 1);
        return from == null ? whole : whole.since(millis(from));
    }

    private static Bars joined(String symbol, Instrument all, Chain chain) {
        try {
            return chain.back(all.future().rolls().joined());
        } catch (IllegalArgumentException noRatio) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "no-ratio", "?adjustedAsOf", symbol + " cannot be joined: " + noRatio.getMessage());
        }
    }

    /** As above, of any length: made of what is there, from the first whole bar on. Those of trades have the prices that were recorded, whatever came of splits. */
    public Bars bars(String symbol, BarPlan plan, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        long begins = millis(from == null ? FIRST : from);
        if (!plan.trades()) {
            return plan.of(source(symbol, plan, from, to, adjustedAsOf)).since(begins);
        }
        List<Bar> made = new ArrayList<>();
        flows.bars(symbol, plan, begins - 1, millis((to == null ? LAST : to).plusDays(1)) - 1, made::add);
        return Bars.of(made);
    }

    /** What the bars of a plan are made of, from before the first day on, so that the first bar is whole. */
    public Bars source(String symbol, BarPlan plan, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        return bars(symbol, plan.step(), from == null ? null : from.minusDays(plan.daysBefore()), to, adjustedAsOf);
    }

    /** Why there cannot be such bars. @param field that says it: {@code every}, {@code zone} or {@code of} */
    public record Objection(String field, String code, String detail) {}

    /** Of an instrument that is there; without bars at all nothing stands against days. */
    public Optional<Objection> objection(String symbol, BarPlan plan) {
        InstrumentTable.Row row = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol));
        List<BarStep> there = row.row().kind() == InstrumentKind.CONTINUOUS ? contracts.withBars(row.instrument()) : series.withBars(row.id());
        return Objections.of(symbol, plan, there, flows.list(symbol).stream().anyMatch(one -> one.kind() == FlowKind.TRADES && one.size() > 0));
    }

    /** By day. */
    public List<CorporateAction> actions(String symbol) {
        return instruments.find(symbol).map(row -> instruments.actions(row.id())).orElse(List.of());
    }

    static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
