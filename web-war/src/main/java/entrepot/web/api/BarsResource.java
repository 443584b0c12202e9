package entrepot.web.api;

import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bar;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Bars;
import entrepot.trading.market.InstrumentKind;
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
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The bars of an instrument, raw or adjusted as of a day. */
@Path("instruments/{symbol}/bars")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class BarsResource {

    private static final int PART = 5_000;

    @EJB
    private InstrumentBoard board;

    @EJB
    private MarketData market;

    /** Which bars. */
    public static class Query {
        @QueryParam("step") String step;
        @QueryParam("from") String from;
        @QueryParam("to") String to;
        @QueryParam("adjustedAsOf") String adjustedAsOf;

        Asked read(Fields fields) {
            return new Asked(fields.oneOfIfGiven("?step", step, BarStep.class, BarStep.DAY), day(fields, "?from", from),
                    day(fields, "?to", to), day(fields, "?adjustedAsOf", adjustedAsOf));
        }

        private static LocalDate day(Fields fields, String name, String value) {
            LocalDate day = fields.dateIfGiven(name, value);
            if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
                fields.refuse(name, "out-of-range", "must have a year from 0001 to 9999");
            }
            return day;
        }
    }

    record Asked(BarStep step, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        long begins() {
            return from == null ? Long.MIN_VALUE : millis(from) - 1;
        }

        /** No bar later than the day as of which the series is asked. */
        long ends() {
            LocalDate last = to == null || adjustedAsOf != null && adjustedAsOf.isBefore(to) ? adjustedAsOf : to;
            return last == null ? Long.MAX_VALUE : millis(last.plusDays(1)) - 1;
        }

        private static long millis(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
    }

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
    public Page<BarAnswer> list(@PathParam("symbol") String symbol, @BeanParam Query query, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        Asked asked = query.read(fields);
        int rows = fields.limit(limit);
        long from = Math.max(MarketFields.after(fields, after, Long.MIN_VALUE), asked.begins());
        fields.check();
        return Page.of(part(symbol, asked, from, rows + 1), rows, Bar::time).map(BarAnswer::of);
    }

    /** All that were asked for, sent once the last is read. */
    @GET
    @Produces("text/csv;qs=0.9")
    public Response csv(@PathParam("symbol") String symbol, @BeanParam Query query) {
        Fields fields = new Fields();
        Asked asked = query.read(fields);
        fields.check();
        board.find(symbol).orElseThrow(() -> ApiProblem.notFound("instrument '" + symbol + "'"));
        return WholeFile.csv(symbol + ".csv", out -> write(symbol, asked, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** All that were asked for, as columns. */
    @GET
    @Produces(ArrowStream.TYPE + ";qs=0.8")
    public Response arrow(@PathParam("symbol") String symbol, @BeanParam Query query) {
        Fields fields = new Fields();
        Asked asked = query.read(fields);
        fields.check();
        board.find(symbol).orElseThrow(() -> ApiProblem.notFound("instrument '" + symbol + "'"));
        return WholeFile.arrow(symbol + ".arrows", out -> writeColumns(symbol, asked, out));
    }

    private void writeColumns(String symbol, Asked asked, OutputStream out) throws IOException {
        Column time = asked.step() == BarStep.DAY ? Column.day("time") : Column.moment("time");
        List<Column> figures = Stream.of("open", "high", "low", "close", "volume").map(Column::number).toList();
        List<Column> columns = new ArrayList<>(List.of(time));
        columns.addAll(figures);
        try (ArrowStream stream = new ArrowStream(out, columns)) {
            each(symbol, asked, bar -> {
                time.time(bar.time());
                figures.get(0).set(bar.open());
                figures.get(1).set(bar.high());
                figures.get(2).set(bar.low());
                figures.get(3).set(bar.close());
                figures.get(4).set(bar.volume());
                stream.endRow();
            });
        }
    }

    private void write(String symbol, Asked asked, Writer out) throws IOException {
        out.write("time,open,high,low,close,volume\r\n");
        each(symbol, asked, bar -> out.write(line(asked.step(), bar)));
        out.flush();
    }

    /** Something to be done with a bar. */
    private interface EachBar {
        void see(Bar bar) throws IOException;
    }

    private void each(String symbol, Asked asked, EachBar each) throws IOException {
        if (isOfContracts(symbol)) {
            for (Bar bar : joined(symbol, asked, asked.begins(), Integer.MAX_VALUE)) {
                each.see(bar);
            }
            return;
        }
        long after = asked.begins();
        List<Bar> bars;
        do {
            bars = part(symbol, asked, after, PART);
            for (Bar bar : bars) {
                each.see(bar);
                after = bar.time();
            }
        } while (bars.size() == PART);
    }

    private static String line(BarStep step, Bar bar) {
        Instant time = Instant.ofEpochMilli(bar.time());
        return Stream.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())
                .map(value -> BarAnswer.number(value).toPlainString())
                .collect(Collectors.joining(",", (step == BarStep.DAY ? time.atZone(ZoneOffset.UTC).toLocalDate() : time) + ",", "\r\n"));
    }

    private boolean isOfContracts(String symbol) {
        return market.instrument(symbol).filter(one -> one.kind() == InstrumentKind.CONTINUOUS).isPresent();
    }

    /** Contracts of a future are joined as a whole, whatever part of it is asked for. */
    private List<Bar> joined(String symbol, Asked asked, long after, int limit) {
        Bars whole = market.bars(symbol, asked.step(), null, asked.to(), asked.adjustedAsOf());
        return IntStream.range(whole.until(after).size(), whole.size()).limit(limit).mapToObj(whole::bar).toList();
    }

    /** A bar is adjusted by the actions after it alone, so a part of a series is adjusted as the whole would be. */
    private List<Bar> part(String symbol, Asked asked, long after, int limit) {
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
