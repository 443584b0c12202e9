package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.trading.basket.server.BasketCurve;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketSpread;
import entrepot.trading.basket.server.BasketView;
import entrepot.trading.basket.server.MemberRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Rows of a portfolio backtest as RFC 4180, read part by part. */
final class BasketCsv {

    private static final int PART = 1000;

    private final BasketReport report;
    private final BasketView view;
    private final List<String> symbols;
    private final Writer out;
    private final CsvWriter csv;

    BasketCsv(BasketReport report, BasketView view, OutputStream out) {
        this.report = report;
        this.view = view;
        this.symbols = view.experiment().symbols();
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(this.out);
    }

    /** Rows behind a number. */
    private interface Rows<T> {
        List<T> read(long basket, int after, int limit);
    }

    private <T> void each(Rows<T> rows, ToIntFunction<T> number, Consumer<T> write) throws IOException {
        List<T> part = rows.read(view.number(), 0, PART);
        while (!part.isEmpty()) {
            part.forEach(write);
            part = rows.read(view.number(), number.applyAsInt(part.get(part.size() - 1)), PART);
        }
        out.flush();
    }

    void instruments() throws IOException {
        csv.writeRecord("instrument", "bars", "first bar", "last bar", "splits and dividends", "data", "bought", "sold", "fees", "borrowing", "dividends", "from splits",
                "worth at the end", "profit");
        for (MemberRow row : report.members(view.number())) {
            BasketAnswer.Part part = BasketAnswer.Part.of(row, view.result());
            csv.writeRecord(row.symbol(), Integer.toString(row.bars()), part.firstBar().toString(), part.lastBar().toString(), Integer.toString(row.actions()),
                    row.dataHash(), text(part.bought()), text(part.sold()), text(part.fees()), text(part.borrow()), text(part.dividends()), text(part.splits()), text(part.worth()),
                    text(part.profit()));
        }
        out.flush();
    }

    void orders() throws IOException {
        csv.writeRecord("number", "instrument", "given at", "side", "units", "state", "filled", "ended at", "price", "value", "fee");
        each(report::orders, row -> row.number(), row -> {
            BasketLines.OrderLine line = BasketLines.OrderLine.of(row, view.result());
            csv.writeRecord(Integer.toString(line.number()), line.instrument(), line.givenAt().toString(), line.side(), text(line.units()), line.state().name(),
                    text(line.filled()), line.endedAt() == null ? "" : line.endedAt().toString(), text(line.price()), text(line.value()), text(line.fee()));
        });
    }

    void bookings() throws IOException {
        csv.writeRecord("number", "instrument", "at", "kind", "units before", "units after", "cash");
        each(report::bookings, row -> row.number(), row -> {
            BasketLines.BookingLine line = BasketLines.BookingLine.of(row, view.result());
            csv.writeRecord(Integer.toString(line.number()), line.instrument(), line.at().toString(), line.kind().name(), text(line.unitsBefore()),
                    text(line.unitsAfter()), text(line.cash()));
        });
    }

    void decisions() throws IOException {
        boolean spread = view.experiment().rule().kind().tradesSpread();
        List<String> head = new ArrayList<>(List.of("number", "at"));
        symbols.forEach(symbol -> head.add("weight " + symbol));
        symbols.forEach(symbol -> head.add("risk " + symbol));
        head.addAll(spread ? List.of("turn", "combinations", "score") : List.of());
        csv.writeRecord(head);
        each(report::decisions, row -> row.number(), row -> {
            List<String> line = new ArrayList<>(List.of(Integer.toString(row.number()), Instant.ofEpochMilli(row.time()).toString()));
            add(line, row.weights());
            add(line, row.risk());
            if (spread) {
                line.addAll(List.of(row.turn().word(), Integer.toString(row.turn().combinations())));
                add(line, row.turn().score());
            }
            csv.writeRecord(line);
        });
    }

    void spread() throws IOException {
        csv.writeRecord("number", "at", "score", "combinations");
        int number = 0;
        Optional<BasketSpread> spread = report.spread(view.number(), 0);
        for (int part = 1; spread.isPresent(); part++) {
            for (int at = 0; at < spread.get().size(); at++) {
                List<String> line = new ArrayList<>(List.of(Integer.toString(++number), Instant.ofEpochMilli(spread.get().times()[at]).toString()));
                add(line, spread.get().score()[at], spread.get().combinations()[at]);
                csv.writeRecord(line);
            }
            spread = report.spread(view.number(), part);
        }
        out.flush();
    }

    void days() throws IOException {
        List<String> head = new ArrayList<>(List.of("number", "at", "worth", "equal weights", "cash"));
        symbols.forEach(symbol -> head.add("weight " + symbol));
        csv.writeRecord(head);
        int number = 0;
        Optional<BasketCurve> curve = report.part(view.number(), 0, symbols.size());
        for (int part = 1; curve.isPresent(); part++) {
            BasketCurve of = curve.get();
            for (int at = 0; at < of.size(); at++) {
                List<String> line = new ArrayList<>(List.of(Integer.toString(++number), Instant.ofEpochMilli(of.times()[at]).toString()));
                add(line, of.equity()[at], of.hold()[at], of.cash()[at]);
                for (double[] weights : of.weights()) {
                    add(line, weights[at]);
                }
                csv.writeRecord(line);
            }
            curve = report.part(view.number(), part, symbols.size());
        }
        out.flush();
    }

    private static void add(List<String> line, double... values) {
        for (double value : values) {
            line.add(text(BacktestAnswer.decimal(value)));
        }
    }

    private static String text(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
