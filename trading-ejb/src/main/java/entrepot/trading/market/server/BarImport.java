package entrepot.trading.market.server;

import entrepot.trading.market.Bar;
import entrepot.trading.market.BarExam;
import entrepot.trading.market.BarFile;
import entrepot.trading.market.Bars;
import entrepot.trading.market.HeldBar;
import entrepot.trading.market.QuarantineReason;
import entrepot.trading.market.SeriesExam;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Brings a file of bars into a series: all of it in one transaction, or, to try, nothing. */
@Stateless
@RolesAllowed({"quant", "admin", "system"})
public class BarImport {

    private static final Logger LOG = System.getLogger(BarImport.class.getName());
    private static final int HELD_SHOWN = 200;
    private static final Predicate<HeldBar> NONE = held -> false;

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private BarTable bars;

    @Inject
    private CalendarTable calendars;

    @Inject
    private QuarantineTable quarantine;

    @Inject
    private ImportLog imports;

    @Resource
    private SessionContext context;

    /** What the file would do; nothing is changed. */
    public ImportReport tryOut(String symbol, BarFile content) {
        InstrumentTable.Row instrument = found(symbol);
        Optional<Long> id = series.find(instrument.id(), content.step());
        BarExam.Findings findings = id.map(known -> examine(instrument, known, content))
                .orElseGet(() -> BarExam.of(content.lines(), instrument.instrument(), Bars.of(List.of()), null,
                        instruments.actions(instrument.id()), NONE));
        return report(content, findings, gaps(instrument, id, content, findings.added()), false);
    }

    /** @throws MarketRefused where there is no such instrument */
    public ImportReport take(String symbol, MarketFile file, BarFile content) {
        return bring(symbol, file, content, actor(), added -> { });
    }

    /** The same for a job. @param actor who asked for it; @param added hears how many bars are written, once more when all is counted, and may throw to stop it */
    @RolesAllowed("system")
    public ImportReport take(String symbol, MarketFile file, BarFile content, String actor, LongConsumer added) {
        return bring(symbol, file, content, actor, added);
    }

    private ImportReport bring(String symbol, MarketFile file, BarFile content, String actor, LongConsumer added) {
        InstrumentTable.Row instrument = found(symbol);
        long id = series.lock(instrument.id(), content.step());
        BarExam.Findings findings = examine(instrument, id, content);
        long gaps = gaps(instrument, Optional.of(id), content, findings.added());
        if (findings.added().isEmpty() && findings.held().isEmpty()) {
            return report(content, findings, gaps, false);
        }
        long imported = imports.next();
        bars.add(id, findings.added(), added);
        quarantine.add(id, findings.held(), imported);
        series.changed(id, content.step(), imported);
        added.accept(findings.added().size());
        imports.add(imported, instrument.id(), ImportLog.Kind.BARS, content.step(), file, content.mapping(),
                new ImportLog.Counts(content.lines().size(), findings.added().size(), findings.unchanged(), findings.held().size()), actor);
        LOG.log(Level.INFO, "bars imported: symbol={0} step={1} rows={2} added={3} quarantined={4} actor={5}", symbol, content.step(),
                content.lines().size(), findings.added().size(), findings.held().size(), actor);
        return report(content, findings, gaps, true);
    }

    private InstrumentTable.Row found(String symbol) {
        return instruments.fed(symbol);
    }

    private BarExam.Findings examine(InstrumentTable.Row instrument, long id, BarFile content) {
        long first = content.firstTime();
        long last = content.lastTime();
        return BarExam.of(content.lines(), instrument.instrument(), bars.read(id, first, last), bars.before(id, first).orElse(null),
                instruments.actions(instrument.id()), quarantine.known(id, first, last));
    }

    private long gaps(InstrumentTable.Row instrument, Optional<Long> id, BarFile content, List<Bar> added) {
        LongStream kept = id.map(known -> LongStream.of(bars.times(known))).orElseGet(LongStream::empty);
        long[] all = LongStream.concat(kept, added.stream().mapToLong(Bar::time)).sorted().toArray();
        return SeriesExam.of(all, content.step(), calendars.of(instrument.instrument().calendar())).gaps().size();
    }

    private static ImportReport report(BarFile content, BarExam.Findings findings, long gaps, boolean written) {
        Map<QuarantineReason, Long> reasons = new EnumMap<>(QuarantineReason.class);
        findings.held().forEach(held -> reasons.merge(held.reason(), 1L, Long::sum));
        return new ImportReport(content.lines().size(), findings.added().size(), findings.unchanged(), findings.held().size(), reasons, gaps,
                content.mapping(), written, findings.held().stream().limit(HELD_SHOWN).toList());
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
