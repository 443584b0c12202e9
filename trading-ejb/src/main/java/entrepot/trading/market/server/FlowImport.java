package entrepot.trading.market.server;

import entrepot.platform.csv.CsvRefused;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowExam;
import entrepot.trading.flow.FlowFile;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowReason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Brings a file of quotes, of events of orders or of trades to the end of its series: all of it in one transaction, or, to try, nothing. */
@Stateless
@RolesAllowed("system")
public class FlowImport {

    /** All rows of a series are held in memory while it is added to, for a moment three times: 150 bytes each. */
    private static final int MOST = 3_000_000;
    private static final Logger LOG = System.getLogger(FlowImport.class.getName());

    @Inject
    private InstrumentTable instruments;

    @Inject
    private FlowTable flows;

    @Inject
    private HeldFlowTable quarantine;

    @Inject
    private ImportLog imports;

    @Inject
    private Clock clock;

    /**
     * What became of a file, or would.
     *
     * @param rows read; they are those added, unchanged and quarantined
     * @param gaps in the series, with the rows of the file
     */
    public record Report(boolean written, long rows, long added, long unchanged, long quarantined, Map<FlowReason, Long> reasons, long gaps, String mapping) {}

    /** What the file would do; nothing is changed. */
    public Report tryOut(String symbol, FlowFile content) {
        InstrumentTable.Row instrument = found(symbol);
        Optional<FlowSeries> series = flows.find(instrument.id(), content.kind());
        Flow before = series.map(one -> flows.read(one.id(), content.kind())).orElseGet(() -> Flow.of(content.kind(), List.of()));
        FlowExam.Findings found = FlowExam.of(content, before, instrument.row().belowZero(), now(), series.map(one -> quarantine.known(one.id())).orElse(line -> false));
        refuseTooMany(symbol, before, found);
        return report(content, found, gaps(whole(before, found)), false);
    }

    /** @param actor who asked for it; @param written hears how many rows are, and may throw to stop it */
    public Report take(String symbol, MarketFile file, FlowFile content, String actor, IntConsumer written) {
        InstrumentTable.Row instrument = found(symbol);
        long series = flows.lock(instrument.id(), content.kind());
        Flow before = flows.read(series, content.kind());
        FlowExam.Findings found = FlowExam.of(content, before, instrument.row().belowZero(), now(), quarantine.known(series));
        refuseTooMany(symbol, before, found);
        Flow all = whole(before, found);
        List<FlowGap> gaps = gaps(all);
        if (found.added().size() == 0 && found.held().isEmpty()) {
            return report(content, found, gaps, false);
        }
        long imported = imports.next();
        flows.append(series, all, before.size(), gaps, imported, written);
        quarantine.add(series, found.held(), imported);
        imports.add(imported, instrument.id(), ImportLog.Kind.valueOf(content.kind().name()), null, file, content.mapping(),
                new ImportLog.Counts(content.lines().size(), found.added().size(), found.unchanged(), found.held().size()), actor);
        LOG.log(Level.INFO, "flow imported: symbol={0} kind={1} rows={2} added={3} quarantined={4} actor={5}", symbol, content.kind(), content.lines().size(),
                found.added().size(), found.held().size(), actor);
        return report(content, found, gaps, true);
    }

    private static Flow whole(Flow before, FlowExam.Findings found) {
        return Flow.joined(before.kind(), List.of(before, found.added()));
    }

    private static List<FlowGap> gaps(Flow flow) {
        return FlowGap.of(flow.times());
    }

    private static void refuseTooMany(String symbol, Flow before, FlowExam.Findings found) {
        if (before.size() + found.added().size() > MOST) {
            throw new CsvRefused("too-many-rows", symbol + " would have " + (before.size() + found.added().size()) + " " + before.kind() + ", and may have " + MOST
                    + "; make another instrument for what is later");
        }
    }

    private long now() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private InstrumentTable.Row found(String symbol) {
        return instruments.fed(symbol);
    }

    private static Report report(FlowFile content, FlowExam.Findings found, List<FlowGap> gaps, boolean written) {
        Map<FlowReason, Long> reasons = new EnumMap<>(FlowReason.class);
        found.held().forEach(held -> reasons.merge(held.reason(), 1L, Long::sum));
        return new Report(written, content.lines().size(), found.added().size(), found.unchanged(), found.held().size(), reasons, gaps.size(), content.mapping());
    }
}
