package entrepot.web.api;

import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.FlowBoard;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.MarketData;
import entrepot.web.arrow.ArrowStream;
import entrepot.web.arrow.Column;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The bars of an instrument, raw or adjusted as of a day, as they are or of another length. */
@Path("instruments/{symbol}/bars")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class BarsResource {

    private static final int PART = 5_000;
    private static final int POINTS = 500;

    @EJB
    private InstrumentBoard board;

    @EJB
    private MarketData market;

    @EJB
    private FlowBoard flows;

    /** @param time when it ended, or 00:00 UTC of the trading day */
    record BarAnswer(Instant time, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
        static BarAnswer of(Bar bar) {
            return new BarAnswer(Instant.ofEpochMilli(bar.time()), number(bar.open()), number(bar.high()), number(bar.low()),
                    number(bar.close()), number(bar.volume()));
        }

        private static BigDecimal number(double value) {
            return BigDecimal.valueOf(value);
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<BarAnswer> list(@PathParam("symbol") String symbol, @BeanParam BarsQuery query, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        BarsQuery.Asked asked = query.read(fields);
        int rows = fields.limit(limit);
        long from = Math.max(MarketFields.after(fields, after, Long.MIN_VALUE), asked.begins());
        check(fields, symbol, asked);
        List<Bar> found = new ArrayList<>();
        try {
            each(symbol, asked, from, asked.plan() == null ? rows + 1 : PART, bar -> found.add(bar) && found.size() <= rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Page.of(found, rows, Bar::time).map(BarAnswer::of);
    }

    /**
     * The newest bars for a drawing, in plain numbers.
     *
     * @param rows {@code [time, open, high, low, close, volume]}, the time in seconds of the epoch
     */
    record Chart(List<double[]> rows) {}

    /** @param points at most so many bars, raw */
    @GET
    @Path("chart")
    @Produces(MediaType.APPLICATION_JSON)
    public Chart chart(@PathParam("symbol") String symbol, @QueryParam("every") String every, @QueryParam("zone") String zone, @QueryParam("of") String of,
            @QueryParam("points") Integer points) {
        Fields fields = new Fields();
        BarPlan plan = BarPlanFields.read(fields, "?", every, zone, of);
        check(fields, symbol, new BarsQuery.Asked(BarStep.DAY, plan, null, null, null));
        return new Chart(board.last(symbol, plan, points == null ? POINTS : BacktestsResource.points(points)).stream()
                .map(bar -> new double[] {bar.time() / 1000, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()}).toList());
    }

    /** Also that there can be such bars. */
    private void check(Fields fields, String symbol, BarsQuery.Asked asked) {
        check(fields, symbol, asked, market);
    }

    static void check(Fields fields, String symbol, BarsQuery.Asked asked, MarketData market) {
        fields.check();
        market.instrument(symbol).orElseThrow(() -> ApiProblem.notFound("instrument '" + symbol + "'"));
        if (asked.plan() != null) {
            market.objection(symbol, asked.plan()).ifPresent(wrong -> fields.refuse("?" + wrong.field(), wrong.code(), wrong.detail()));
        }
        fields.check();
    }

    /** All that were asked for, sent once the last is read. */
    @GET
    @Produces("text/csv;qs=0.9")
    public Response csv(@PathParam("symbol") String symbol, @BeanParam BarsQuery query) {
        Fields fields = new Fields();
        BarsQuery.Asked asked = query.read(fields);
        check(fields, symbol, asked);
        return WholeFile.csv(symbol + ".csv", out -> write(symbol, asked, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** All that were asked for, as columns. */
    @GET
    @Produces(ArrowStream.TYPE + ";qs=0.8")
    public Response arrow(@PathParam("symbol") String symbol, @BeanParam BarsQuery query) {
        Fields fields = new Fields();
        BarsQuery.Asked asked = query.read(fields);
        check(fields, symbol, asked);
        return WholeFile.arrow(symbol + ".arrows", out -> writeColumns(symbol, asked, out));
    }

    private void writeColumns(String symbol, BarsQuery.Asked asked, OutputStream out) throws IOException {
        Column time = asked.isOfDays() ? Column.day("time") : Column.moment("time");
        List<Column> figures = Stream.of("open", "high", "low", "close", "volume").map(Column::number).toList();
        List<Column> columns = new ArrayList<>(List.of(time));
        columns.addAll(figures);
        try (ArrowStream stream = new ArrowStream(out, columns)) {
            each(symbol, asked, asked.begins(), PART, bar -> {
                time.time(bar.time());
                figures.get(0).set(bar.open());
                figures.get(1).set(bar.high());
                figures.get(2).set(bar.low());
                figures.get(3).set(bar.close());
                figures.get(4).set(bar.volume());
                stream.endRow();
                return true;
            });
        }
    }

    private void write(String symbol, BarsQuery.Asked asked, Writer out) throws IOException {
        out.write("time,open,high,low,close,volume\r\n");
        each(symbol, asked, asked.begins(), PART, bar -> {
            out.write(line(asked.isOfDays(), bar));
            return true;
        });
        out.flush();
    }

    /** Something to be done with a bar. */
    private interface EachBar {
        /** @return whether to go on */
        boolean see(Bar bar) throws IOException;
    }

    /** Those after a moment, by time. @param most bars that are read at once; all contracts of a future are */
    private void each(String symbol, BarsQuery.Asked asked, long after, int most, EachBar each) throws IOException {
        if (asked.plan() != null && asked.plan().trades()) {
            eachOfTrades(symbol, asked, after, each);
            return;
        }
        List<Bar> made = new ArrayList<>();
        Consumer<Bar> maker = asked.plan() == null ? made::add : asked.plan().maker(made::add);
        long at = asked.source(after);
        int limit = isOfContracts(symbol) ? Integer.MAX_VALUE : most;
        List<Bar> read;
        do {
            read = part(symbol, asked, at, limit);
            read.forEach(maker);
            at = read.isEmpty() ? at : read.get(read.size() - 1).time();
            for (Bar bar : made) {
                if (bar.time() > after && !each.see(bar)) {
                    return;
                }
            }
            made.clear();
        } while (read.size() == limit);
    }

    private void eachOfTrades(String symbol, BarsQuery.Asked asked, long after, EachBar each) throws IOException {
        AtomicReference<IOException> broken = new AtomicReference<>();
        flows.bars(symbol, asked.plan(), after, asked.ends(), bar -> {
            try {
                return each.see(bar);
            } catch (IOException failure) {
                broken.set(failure);
                return false;
            }
        });
        if (broken.get() != null) {
            throw broken.get();
        }
    }

    private static String line(boolean ofDays, Bar bar) {
        Instant time = Instant.ofEpochMilli(bar.time());
        return Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())
                .map(value -> BarAnswer.number(value).toPlainString())
                .collect(Collectors.joining(",", (ofDays ? time.atZone(ZoneOffset.UTC).toLocalDate() : time) + ",", "\r\n"));
    }

    private boolean isOfContracts(String symbol) {
        return market.instrument(symbol).filter(one -> one.kind() == InstrumentKind.CONTINUOUS).isPresent();
    }

    /** Contracts of a future are joined as a whole, whatever part of it is asked for. */
    private List<Bar> joined(String symbol, BarsQuery.Asked asked, long after, int limit) {
        Bars whole = market.bars(symbol, asked.step(), null, asked.to(), asked.adjustedAsOf());
        return IntStream.range(whole.until(after).size(), whole.size()).limit(limit).mapToObj(whole::bar).toList();
    }

    /** A bar is adjusted by the actions after it alone, so a part of a series is adjusted as the whole would be. */
    private List<Bar> part(String symbol, BarsQuery.Asked asked, long after, int limit) {
        if (isOfContracts(symbol)) {
            return joined(symbol, asked, after, limit);
        }
        List<Bar> raw = board.bars(symbol, asked.step(), after, asked.ends(), limit);
        if (asked.adjustedAsOf() == null) {
            return raw;
        }
        Bars adjusted = Adjustment.asOf(asked.adjustedAsOf(), market.actions(symbol)).of(Bars.of(raw));
        return IntStream.range(0, adjusted.size()).mapToObj(adjusted::bar).toList();
    }
}
