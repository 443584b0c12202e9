package entrepot.web.api;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.backtest.server.TradeRow;
import entrepot.web.arrow.ArrowStream;
import entrepot.web.arrow.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Trades and curves as columns, read part by part. */
final class BacktestArrow {

    private static final int PART = 1000;

    private BacktestArrow() {}

    static void trades(BacktestReport report, long backtest, OutputStream out) throws IOException {
        Column number = Column.count("number");
        Column side = Column.word("side", List.of("LONG", "SHORT"));
        Column units = Column.number("units");
        Column entryAt = Column.moment("entry_at");
        Column entryPrice = Column.number("entry_price");
        Column exitAt = Column.moment("exit_at");
        Column exitPrice = Column.number("exit_price");
        Column fees = Column.number("fees");
        Column profit = Column.number("profit");
        Column open = Column.flag("open");
        try (ArrowStream stream = new ArrowStream(out, List.of(number, side, units, entryAt, entryPrice, exitAt, exitPrice, fees, profit, open))) {
            List<TradeRow> rows = report.trades(backtest, 0, PART);
            while (!rows.isEmpty()) {
                for (TradeRow row : rows) {
                    number.set((long) row.number());
                    side.set(row.side() > 0 ? "LONG" : "SHORT");
                    units.set(row.units());
                    entryAt.time(row.entryTime());
                    entryPrice.set(row.entryPrice());
                    exitAt.time(row.exitTime());
                    exitPrice.set(row.exitPrice());
                    fees.set(row.fees());
                    profit.set(row.profit());
                    open.set(row.open());
                    stream.endRow();
                }
                rows = report.trades(backtest, rows.get(rows.size() - 1).number(), PART);
            }
        }
    }

    static void equity(BacktestReport report, long backtest, OutputStream out) throws IOException {
        Column at = Column.moment("at");
        Column close = Column.number("close");
        Column held = Column.count("held");
        Column equity = Column.number("equity");
        Column hold = Column.number("buy_and_hold");
        try (ArrowStream stream = new ArrowStream(out, List.of(at, close, held, equity, hold))) {
            Optional<Curve> curve = report.part(backtest, 0);
            for (int part = 1; curve.isPresent(); part++) {
                Curve of = curve.get();
                for (int bar = 0; bar < of.size(); bar++) {
                    at.time(of.times()[bar]);
                    close.set(of.close()[bar]);
                    held.set((long) of.held()[bar]);
                    equity.set(of.equity()[bar]);
                    hold.set(of.hold()[bar]);
                    stream.endRow();
                }
                curve = report.part(backtest, part);
            }
        }
    }
}
