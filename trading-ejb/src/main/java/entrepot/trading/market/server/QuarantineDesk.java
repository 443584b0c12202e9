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
import java.util.List;

/** What is held back, and letting it in. */
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

    /** In the order they were held. @param released null for both */
    public List<HeldRow> list(String symbol, Boolean released, long after, int limit) {
        long instrument = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
        QuarantineTable.Status status = released == null ? null : released ? QuarantineTable.Status.RELEASED : QuarantineTable.Status.HELD;
        return quarantine.list(instrument, status, after, limit).stream().map(HeldRow::of).toList();
    }

    /**
     * Lets rows into their series, all of them or none. A bar that stands at the moment of one goes into the quarantine.
     *
     * @throws MarketRefused with everything that stands against any of them
     */
    @RolesAllowed({"quant", "risk", "admin"})
    public void release(String symbol, List<Long> rows, String note) {
        long instrument = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
        List<QuarantineTable.Row> found = rows.stream().map(row -> releasable(instrument, row)).toList();
        found.stream().map(QuarantineTable.Row::series).distinct().sorted().forEach(one -> release(one, found, note));
        LOG.log(Level.INFO, "bars released: symbol={0} rows={1} actor={2}", symbol, rows, actor());
    }

    private void release(long id, List<QuarantineTable.Row> rows, String note) {
        SeriesTable.Named named = series.named(id).orElseThrow();
        series.lock(id);
        rows.stream().filter(row -> row.series() == id).forEach(row -> {
            if (!quarantine.release(row.id(), actor(), note)) {
                throw already(row.id());
            }
            letIn(id, row.bar());
        });
        series.recount(id, named.step());
    }

    private void letIn(long id, Bar bar) {
        long released = imports.next();
        Bar there = bars.at(id, bar.time()).orElse(null);
        if (there == null) {
            bars.add(id, List.of(bar), released);
        } else if (!there.equals(bar)) {
            quarantine.add(id, List.of(new HeldBar(there, QuarantineReason.REPLACED, "replaced by a bar that " + actor() + " released", 0, "")),
                    released);
            bars.replace(id, bar, released);
        }
    }

    private QuarantineTable.Row releasable(long instrument, long id) {
        QuarantineTable.Row row = quarantine.find(id)
                .filter(one -> series.named(one.series()).orElseThrow().instrument() == instrument)
                .orElseThrow(() -> MarketRefused.of(MarketRefused.Kind.MISSING, "not-found", "", "no row " + id + " in this quarantine"));
        if (row.time() == null) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "not-a-bar", "",
                    "line " + row.line() + " holds no bar: " + row.detail() + ". Mend the file and import it again");
        }
        if (row.status() == QuarantineTable.Status.RELEASED) {
            throw already(id);
        }
        return row;
    }

    private static MarketRefused already(long id) {
        return MarketRefused.of(MarketRefused.Kind.CONFLICT, "already-released", "", "row " + id + " was released before");
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
