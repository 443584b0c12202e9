package entrepot.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.backtest.server.FillRow;
import entrepot.trading.backtest.server.LegRow;
import entrepot.trading.backtest.server.OrderRow;
import entrepot.trading.backtest.server.TradeRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Trades, orders, fills and curves as RFC 4180, read part by part. */
final class BacktestCsv {

    private static final int PART = 1000;

    private final BacktestReport report;
    private final long backtest;
    private final Writer out;
    private final CsvWriter csv;

    BacktestCsv(BacktestReport report, long backtest, OutputStream out) {
        this.report = report;
        this.backtest = backtest;
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.CRLF).build(this.out);
    }

    void trades() throws IOException {
        csv.writeRecord("number", "side", "units", "entry at", "entry price", "exit at", "exit price", "fees", "profit", "open");
        List<TradeRow> rows = report.trades(backtest, 0, PART);
        while (!rows.isEmpty()) {
            rows.forEach(this::trade);
            rows = report.trades(backtest, rows.get(rows.size() - 1).number(), PART);
        }
        out.flush();
    }

    private void trade(TradeRow row) {
        csv.writeRecord(Integer.toString(row.number()), row.side() > 0 ? "LONG" : "SHORT", decimal(row.units()), moment(row.entryTime()),
                decimal(row.entryPrice()), moment(row.exitTime()), decimal(row.exitPrice()), decimal(row.fees()), decimal(row.profit()),
                Boolean.toString(row.open()));
    }

    void orders() throws IOException {
        csv.writeRecord("number", "protects", "given at", "kind", "side", "validity", "units", "limit", "stop", "state", "reason", "filled", "ended at");
        List<OrderRow> rows = report.orders(backtest, 0, PART);
        while (!rows.isEmpty()) {
            rows.forEach(this::order);
            rows = report.orders(backtest, rows.get(rows.size() - 1).number(), PART);
        }
        out.flush();
    }

    private void order(OrderRow row) {
        csv.writeRecord(Integer.toString(row.number()), text(row.parent()), moment(row.givenTime()), row.kind().name(), BacktestRows.way(row.side()),
                row.validity().name(), decimal(row.units()), row.limitPrice() == null ? "" : decimal(row.limitPrice()),
                row.stopPrice() == null ? "" : decimal(row.stopPrice()), row.state().name(), row.reason().name(), decimal(row.filled()),
                row.endedTime() == null ? "" : moment(row.endedTime()));
    }

    void fills() throws IOException {
        csv.writeRecord("number", "order", "at", "side", "units", "price", "slippage", "fee", "rule", "flow row");
        List<FillRow> rows = report.fills(backtest, 0, PART);
        while (!rows.isEmpty()) {
            rows.forEach(this::fill);
            rows = report.fills(backtest, rows.get(rows.size() - 1).number(), PART);
        }
        out.flush();
    }

    private void fill(FillRow row) {
        csv.writeRecord(Integer.toString(row.number()), Integer.toString(row.orderNumber()), moment(row.time()), BacktestRows.way(row.units()),
                decimal(Math.abs(row.units())), decimal(row.price()), decimal(row.slippage()), decimal(row.fee()), row.rule().name(),
                row.flowRow() == null ? "" : row.flowRow().toString());
    }

    private static String text(Integer number) {
        return number == null ? "" : number.toString();
    }

    void legs() throws IOException {
        csv.writeRecord("number", "trade", "instrument", "side", "units", "entry at", "entry price", "exit at", "exit price", "fees", "profit", "ending");
        List<LegRow> rows = report.legs(backtest, 0, PART);
        while (!rows.isEmpty()) {
            rows.forEach(this::leg);
            rows = report.legs(backtest, rows.get(rows.size() - 1).number(), PART);
        }
        out.flush();
    }

    private void leg(LegRow row) {
        csv.writeRecord(Integer.toString(row.number()), Integer.toString(row.trade()), row.symbol(), row.side() > 0 ? "LONG" : "SHORT", decimal(row.units()),
                moment(row.entryTime()), decimal(row.entryPrice()), moment(row.exitTime()), decimal(row.exitPrice()), decimal(row.fees()),
                decimal(row.profit()), row.ending().name());
    }

    void equity() throws IOException {
        csv.writeRecord("number", "at", "open", "high", "low", "close", "held", "equity", "buy and hold");
        int number = 0;
        Optional<Curve> curve = report.part(backtest, 0);
        for (int part = 1; curve.isPresent(); part++) {
            for (int at = 0; at < curve.get().size(); at++) {
                point(curve.get(), at, ++number);
            }
            curve = report.part(backtest, part);
        }
        out.flush();
    }

    private void point(Curve curve, int at, int number) {
        csv.writeRecord(Integer.toString(number), moment(curve.times()[at]), decimal(curve.open()[at]), decimal(curve.high()[at]),
                decimal(curve.low()[at]), decimal(curve.close()[at]), Integer.toString((int) curve.held()[at]),
                decimal(curve.equity()[at]), decimal(curve.hold()[at]));
    }

    private static String moment(long time) {
        return Instant.ofEpochMilli(time).toString();
    }

    private static String decimal(double value) {
        return BacktestAnswer.decimal(value).toPlainString();
    }
}
