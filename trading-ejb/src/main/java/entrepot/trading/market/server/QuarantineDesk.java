package entrepot.trading.market.server;

import entrepot.trading.market.Bar;
import entrepot.trading.market.HeldBar;
import entrepot.trading.market.QuarantineReason;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** What is held back, and what persons decide about it. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class QuarantineDesk {

    private static final Logger LOG = System.getLogger(QuarantineDesk.class.getName());

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private BarTable bars;

    @Inject
    private QuarantineTable quarantine;

    @Inject
    private ImportLog imports;

    @Resource
    private SessionContext context;

    /** In the order they were held. @param status null for all */
    public List<HeldRow> list(String symbol, HeldStatus status, long after, int limit) {
        return quarantine.list(instrument(symbol), status, after, limit).stream().map(HeldRow::of).toList();
    }

    /** Somebody let a row in or dismissed it. @param row as it stands now; @param at UTC */
    public record Decision(long id, HeldRow row, HeldStatus status, LocalDateTime at, String actor, String note) {}

    /** Newest first. @param before a decision's id, or {@code Long.MAX_VALUE} */
    public List<Decision> decisions(String symbol, long before, int limit) {
        return quarantine.decisions(instrument(symbol), before, limit).stream()
                .map(one -> new Decision(one.id(), HeldRow.of(quarantine.find(one.rowId()).orElseThrow()), one.status(), one.at(), one.actor(), one.note()))
                .toList();
    }

    /**
     * Lets rows into their series, all of them or none. A bar that stands at the moment of one goes into the quarantine.
     *
     * @throws MarketRefused with everything that stands against any of them
     */
    @RolesAllowed({"quant", "risk", "admin"})
    public void release(String symbol, List<Long> rows, String note) {
        long instrument = instrument(symbol);
        List<QuarantineTable.Row> found = rows.stream().map(row -> releasable(instrument, row)).toList();
        found.stream().map(QuarantineTable.Row::series).distinct().sorted().forEach(one -> release(one, found, note));
        LOG.log(Level.INFO, "bars released: symbol={0} rows={1} actor={2}", symbol, rows, actor());
    }

    /** Rows that do not belong into the series are no longer counted as held, all of them or none. @throws MarketRefused where one was decided */
    @RolesAllowed({"quant", "risk", "admin"})
    public void dismiss(String symbol, List<Long> rows, String note) {
        long instrument = instrument(symbol);
        rows.stream().map(row -> found(instrument, row)).forEach(row -> decide(row, HeldStatus.DISMISSED, note));
        LOG.log(Level.INFO, "bars dismissed: symbol={0} rows={1} actor={2}", symbol, rows, actor());
    }

    private void release(long id, List<QuarantineTable.Row> rows, String note) {
        SeriesTable.Named named = series.named(id).orElseThrow();
        series.lock(id);
        long released = imports.next();
        rows.stream().filter(row -> row.series() == id).forEach(row -> {
            decide(row, HeldStatus.RELEASED, note);
            letIn(id, row.bar(), released);
        });
        series.changed(id, named.step(), released);
    }

    private void letIn(long id, Bar bar, long released) {
        Bar there = bars.at(id, bar.time()).orElse(null);
        if (there != null && !there.equals(bar)) {
            quarantine.add(id, List.of(new HeldBar(there, QuarantineReason.REPLACED, "replaced by a bar that " + actor() + " released", 0, "")),
                    released);
        }
        bars.add(id, List.of(bar), added -> { });
    }

    private QuarantineTable.Row releasable(long instrument, long id) {
        QuarantineTable.Row row = found(instrument, id);
        if (row.time() == null) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "not-a-bar", "",
                    "line " + row.line() + " holds no bar: " + row.detail() + ". Mend the file and import it again");
        }
        return row;
    }

    private QuarantineTable.Row found(long instrument, long id) {
        return quarantine.find(id)
                .filter(one -> series.named(one.series()).orElseThrow().instrument() == instrument)
                .orElseThrow(() -> MarketRefused.of(MarketRefused.Kind.MISSING, "not-found", "", "no row " + id + " in this quarantine"));
    }

    private void decide(QuarantineTable.Row row, HeldStatus status, String note) {
        if (!quarantine.decide(row.id(), status, actor(), note)) {
            HeldStatus now = quarantine.find(row.id()).orElseThrow().status();
            String was = now.name().toLowerCase(Locale.ROOT);
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "already-" + was, "", "row " + row.id() + " was " + was + " before");
        }
    }

    private long instrument(String symbol) {
        return instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
