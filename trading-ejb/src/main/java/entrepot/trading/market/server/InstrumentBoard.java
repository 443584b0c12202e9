package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.Chain;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.Gap;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Rollover;
import entrepot.trading.market.SeriesExam;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which instruments there are, and how good their series are. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class InstrumentBoard {

    /** Of a longer length fewer bars are shown than asked for. */
    private static final int MOST_READ = 300_000;

    @Inject
    private Database database;

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private BarTable bars;

    @Inject
    private ImportLog imports;

    @Inject
    private Contracts contracts;

    @Inject
    private CalendarTable calendars;

    @EJB
    private FlowBoard flows;

    /** An instrument with its series. @param version to change it by; @param ended why contracts are missing in that of a future, null where none are */
    public record Line(Instrument instrument, int version, List<Series> series, String ended) {
        public long bars() {
            return series.stream().mapToLong(Series::bars).sum();
        }

        public long gaps() {
            return series.stream().mapToLong(Series::gaps).sum();
        }

        public long held() {
            return series.stream().mapToLong(Series::held).sum();
        }
    }

    /** @param first milliseconds UTC of the first bar, null where there is none; @param held in the quarantine */
    public record Series(BarStep step, long bars, Long first, Long last, long gaps, long held) {}

    /** A file that came in. @param step null for splits and dividends */
    public record Imported(long id, BarStep step, String fileName, String mapping, long rows, long added, long unchanged, long quarantined,
            LocalDateTime at, String by) {}

    record Row(int version, InstrumentRow row, BarStep step, Long bars, Long first, Long last, Long gaps, Long held) {

        private String symbol() {
            return row.symbol();
        }

        private Instrument instrument() {
            return row.instrument();
        }

        private Stream<Series> series() {
            return step == null ? Stream.empty() : Stream.of(new Series(step, bars, first, last, gaps, held));
        }
    }

    private static final String LINES = "SELECT i.version, " + InstrumentRow.COLUMNS + ", s.step, s.bars,"
            + " s.first_time first, s.last_time last, s.gaps,"
            + " (SELECT COUNT(*) FROM bar_quarantine q WHERE q.series_id = s.id AND q.status = 'HELD') held"
            + " FROM (SELECT * FROM instrument WHERE <which>) i LEFT JOIN bar_series s ON s.instrument_id = i.id ORDER BY i.symbol, s.step";

    /** By symbol; of all contracts of a future what they have together. @param text start of the symbol or part of the name, or null; @param after a symbol, or null */
    public List<Line> list(String text, String after, int limit) {
        String where = "symbol > :after AND (:start IS NULL OR symbol LIKE :start ESCAPE '!' OR name LIKE CONCAT('%', :start) ESCAPE '!')"
                + " ORDER BY symbol LIMIT :limit";
        List<Row> rows = database.jdbi().withHandle(handle -> handle
                .createQuery(LINES.replace("<which>", where))
                .bind("after", after == null ? "" : after)
                .bind("start", text == null ? null : text.strip().replaceAll("([%_!])", "!$1") + "%")
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
        return lines(rows, this::contracts);
    }

    /** Of all contracts of a future the bars of the one series that they make. */
    public Optional<Line> find(String symbol) {
        List<Row> rows = database.jdbi().withHandle(handle -> handle
                .createQuery(LINES.replace("<which>", "symbol = :symbol")).bind("symbol", symbol).mapTo(Row.class).list());
        return lines(rows, this::continuous).stream().findFirst();
    }

    private static List<Line> lines(List<Row> rows, Function<Row, Line> future) {
        Map<String, List<Row>> bySymbol = new LinkedHashMap<>();
        rows.forEach(row -> bySymbol.computeIfAbsent(row.symbol(), symbol -> new ArrayList<>()).add(row));
        return bySymbol.values().stream()
                .map(same -> same.get(0).row().kind() == InstrumentKind.CONTINUOUS ? future.apply(same.get(0))
                        : new Line(same.get(0).instrument(), same.get(0).version(), same.stream().flatMap(Row::series).toList(), null))
                .toList();
    }

    /** What its contracts have together, without a look at any bar. */
    private Line contracts(Row row) {
        return new Line(row.instrument(), row.version(), contracts.series(row.instrument()), null);
    }

    private Line continuous(Row row) {
        List<Series> series = new ArrayList<>();
        String ended = null;
        for (BarStep step : BarStep.values()) {
            Chain chain = contracts.chain(row.instrument(), step, Long.MAX_VALUE);
            Bars of = chain.spliced();
            if (of.size() > 0) {
                series.add(new Series(step, of.size(), of.time(0), of.time(of.size() - 1), gaps(row.instrument(), of, step).size(), 0));
                ended = ended == null ? chain.ended() : ended;
            }
        }
        return new Line(row.instrument(), row.version(), series, ended);
    }

    /** Raw, newest first. */
    public List<Bar> last(String symbol, BarStep step, int limit) {
        Optional<Chain> chain = chain(symbol, step, Long.MAX_VALUE);
        if (chain.isPresent()) {
            Bars of = chain.get().spliced();
            return IntStream.range(0, Math.min(limit, of.size())).mapToObj(back -> of.bar(of.size() - 1 - back)).toList();
        }
        return id(symbol, step).map(id -> bars.last(id, limit)).orElse(List.of());
    }

    /** Raw, of any length, by time: the newest that so many bars make. */
    public List<Bar> last(String symbol, BarPlan plan, int limit) {
        if (plan.trades()) {
            Deque<Bar> newest = new ArrayDeque<>();
            flows.bars(symbol, plan, Long.MIN_VALUE, Long.MAX_VALUE, bar -> newest.add(bar) && (newest.size() <= limit || newest.remove() != null));
            return List.copyOf(newest);
        }
        int most = (int) Math.min(MOST_READ, limit * plan.parts() + 1);
        List<Bar> read = new ArrayList<>(last(symbol, plan.step(), most));
        Collections.reverse(read);
        List<Bar> made = new ArrayList<>();
        read.forEach(plan.maker(made::add));
        // The first one may lack what was not read.
        int from = Math.max(read.size() == most && !made.isEmpty() ? 1 : 0, made.size() - limit);
        return made.subList(from, made.size());
    }

    /** Raw, by time. @param after milliseconds; @param to inclusive */
    public List<Bar> bars(String symbol, BarStep step, long after, long to, int limit) {
        Optional<Chain> chain = chain(symbol, step, to);
        if (chain.isPresent()) {
            Bars of = chain.get().spliced();
            int first = of.until(after).size();
            return IntStream.range(first, Math.min(of.size(), first + limit)).mapToObj(of::bar).toList();
        }
        return id(symbol, step).map(id -> bars.list(id, after, to, limit)).orElse(List.of());
    }

    /** By time. */
    public List<Gap> gaps(String symbol, BarStep step, long after, int limit) {
        Optional<Chain> chain = chain(symbol, step, Long.MAX_VALUE);
        if (chain.isPresent()) {
            return gaps(instruments.find(symbol).orElseThrow().instrument(), chain.get().spliced(), step).stream().filter(gap -> gap.after() > after).limit(limit).toList();
        }
        return id(symbol, step).map(id -> series.gaps(id, after, limit)).orElse(List.of());
    }

    private List<Gap> gaps(Instrument one, Bars of, BarStep step) {
        return SeriesExam.of(of.times(), step, calendars.of(one.calendar())).gaps();
    }

    /** Where one contract of a future is left for the next, by time; none of another instrument. @param after milliseconds */
    public List<Rollover> rolls(String symbol, BarStep step, long after, int limit) {
        return chain(symbol, step, Long.MAX_VALUE).map(Chain::rolls).orElse(List.of()).stream().filter(roll -> roll.time() > after).limit(limit).toList();
    }

    private Optional<Chain> chain(String symbol, BarStep step, long to) {
        Instrument one = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).instrument();
        return one.kind() == InstrumentKind.CONTINUOUS ? Optional.of(contracts.chain(one, step, to)) : Optional.empty();
    }

    /** By day. */
    public List<CorporateAction> actions(String symbol, LocalDate after, int limit) {
        return instruments.actions(instrument(symbol)).stream()
                .filter(action -> after == null || action.lastDay().isAfter(after))
                .limit(limit)
                .toList();
    }

    /** Newest first. */
    public List<Imported> imports(String symbol, long before, int limit) {
        return imports.list(instrument(symbol), before, limit).stream()
                .map(entry -> new Imported(entry.id(), entry.step(), entry.fileName(), entry.mapping(), entry.rowsRead(), entry.added(),
                        entry.unchanged(), entry.quarantined(), entry.importedAt(), entry.importedBy()))
                .toList();
    }

    private Optional<Long> id(String symbol, BarStep step) {
        return series.find(instrument(symbol), step);
    }

    private long instrument(String symbol) {
        return instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
    }
}
