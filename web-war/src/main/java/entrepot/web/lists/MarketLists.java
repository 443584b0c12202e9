package entrepot.web.lists;

import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.CalendarBoard;
import entrepot.trading.market.server.HeldRow;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.market.server.QualityBoard;
import entrepot.trading.market.server.QuarantineDesk;
import entrepot.web.page.Asked;
import entrepot.web.page.MarketWords;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Instruments, bars, what is held back. */
@ApplicationScoped
public class MarketLists implements ListFile.Source {

    @Inject
    private InstrumentBoard board;

    @Inject
    private MarketData market;

    @Inject
    private QuarantineDesk quarantine;

    @EJB
    private QualityBoard quality;

    @EJB
    private CalendarBoard calendars;

    @Inject
    private MarketWords words;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("instruments", List.of("symbol", "name", "kind", "currency", "tick size", "below zero", "lot size", "multiplier", "margin", "root", "expiry", "calendar", "bars", "gaps", "quarantined"),
                        this::instruments),
                new ListFile("marketquality", List.of("symbol", "name", "kind", "step", "faults", "calendar", "bars", "first", "last", "behind", "behind in", "sessions", "missing", "complete",
                        "gaps", "longest gap after", "longest gap before", "outside", "quarantined", "replaced", "data version", "changed at (UTC)", "changed by"), this::quality),
                new ListFile("calendarexceptions", List.of("day", "opens", "closes", "name"), this::exceptions),
                new ListFile("bars", List.of("time", "open", "high", "low", "close", "volume"), this::bars),
                new ListFile("quarantine", List.of("reason", "detail", "line", "time", "open", "high", "low", "close", "volume", "held at (UTC)",
                        "state", "decided at (UTC)", "decided by", "note"), this::quarantine));
    }

    private void instruments(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> board.list(Asked.text(asked.get("q")), after, limit), line -> line.instrument().symbol(),
                line -> new Object[] {line.instrument().symbol(), line.instrument().name(), line.instrument().kind(),
                        line.instrument().currency(), line.instrument().tickSize(), line.instrument().belowZero(), line.instrument().lotSize(),
                        ofFuture(line, FutureTerms::multiplier), ofFuture(line, FutureTerms::margin), ofFuture(line, FutureTerms::root), ofFuture(line, FutureTerms::expiry), line.instrument().calendar(),
                        line.bars(), line.gaps(), line.held()});
    }

    private static Object ofFuture(InstrumentBoard.Line line, Function<FutureTerms, Object> field) {
        return line.instrument().future() == null ? null : field.apply(line.instrument().future());
    }

    private void quality(Map<String, String> asked, Sheet sheet) {
        quality.list(new QualityBoard.Filter(Asked.text(asked.get("q")), Asked.oneOf(asked.get("kind"), InstrumentKind.class), "true".equals(asked.get("faulty"))))
                .forEach(line -> sheet.row(line.symbol(), line.name(), line.kind(), line.step(), line.faults().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        line.calendar(), line.bars(), words.time(line.first(), line.step()), words.time(line.last(), line.step()), line.behind(),
                        line.calendar() == null ? "days" : "sessions", line.sessions(), line.missing(), line.complete() == null ? null : plain(line.complete()), line.gaps(),
                        line.longest() == null ? null : words.time(line.longest().after(), line.step()), line.longest() == null ? null : words.time(line.longest().before(), line.step()),
                        line.outside(), line.held(), line.replaced(), line.dataHash(), line.changedAt(), line.file()));
    }

    /** As a file of them comes in. */
    private void exceptions(Map<String, String> asked, Sheet sheet) {
        String code = Asked.text(asked.get("code"));
        if (code != null) {
            calendars.exceptions(code).forEach(one -> sheet.row(one.day().day(), one.day().opens() == null ? null : one.day().opens().toString(),
                    one.day().closes() == null ? null : one.day().closes().toString(), one.day().name()));
        }
    }

    private void bars(Map<String, String> asked, Sheet sheet) {
        String symbol = Asked.text(asked.get("symbol"));
        BarStep given = Asked.oneOf(asked.get("step"), BarStep.class);
        BarStep step = given == null ? BarStep.DAY : given;
        Optional<BarPlan> plan = plan(asked);
        if (symbol != null && plan.isPresent()) {
            Bars made = market.bars(symbol, plan.get(), null, null, null);
            for (int at = 0; at < made.size(); at++) {
                sheet.row(cells(made.bar(at), plan.get().isTimed() ? BarStep.MINUTE : BarStep.DAY));
            }
        } else if (symbol != null && asked.get("every") == null) {
            ListFile.each(sheet, (after, limit) -> board.bars(symbol, step, after == null ? Long.MIN_VALUE : Long.parseLong(after), Long.MAX_VALUE,
                    limit), bar -> bar.time(), bar -> cells(bar, step));
        }
    }

    /** None where there is no such length, as of other filters. */
    private static Optional<BarPlan> plan(Map<String, String> asked) {
        try {
            return BarPlan.asked(Asked.text(asked.get("every")), Asked.text(asked.get("zone")), asked.get("of"));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private Object[] cells(Bar bar, BarStep step) {
        return new Object[] {words.time(bar.time(), step), plain(bar.open()), plain(bar.high()), plain(bar.low()), plain(bar.close()), plain(bar.volume())};
    }

    private void quarantine(Map<String, String> asked, Sheet sheet) {
        String symbol = Asked.text(asked.get("symbol"));
        if (symbol != null) {
            ListFile.each(sheet, (after, limit) -> quarantine.list(symbol, null, after == null ? 0 : Long.parseLong(after), limit), HeldRow::id,
                    this::cells);
        }
    }

    private Object[] cells(HeldRow row) {
        Optional<Bar> bar = Optional.ofNullable(row.bar());
        return new Object[] {row.reason(), row.detail(), row.line(), bar.map(Bar::time).map(words::moment).orElse(null),
                bar.map(Bar::open).map(MarketLists::plain).orElse(null), bar.map(Bar::high).map(MarketLists::plain).orElse(null),
                bar.map(Bar::low).map(MarketLists::plain).orElse(null), bar.map(Bar::close).map(MarketLists::plain).orElse(null),
                bar.map(Bar::volume).map(MarketLists::plain).orElse(null), row.heldAt(), row.status(), row.decidedAt(), row.decidedBy(), row.note()};
    }

    /** Without an exponent. */
    private static BigDecimal plain(double value) {
        return BigDecimal.valueOf(value);
    }
}
