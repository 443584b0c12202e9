package entrepot.web.api;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.backtest.server.TradeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart of a backtest draws. A row is {@code [time, open, high, low, close, equity, buy and hold]}, its time in seconds of
 * the epoch; where bars are joined, as those of one second are, it has the time of the first.
 *
 * @param joined how many bars a row stands for, at least
 */
record BacktestChart(int joined, List<double[]> rows, List<Mark> marks) {

    private static final int MOST_MARKS = 2_000;

    /** A fill at the time of its row. @param kind BUY, SELL, SHORT or COVER */
    record Mark(long time, String kind, double price) {}

    static BacktestChart of(BacktestReport report, long backtest, int bars, int points) {
        int joined = (bars + points - 1) / points;
        List<double[]> rows = new ArrayList<>();
        int number = 0;
        Optional<Curve> curve = report.part(backtest, 0);
        for (int part = 1; curve.isPresent(); part++) {
            for (int at = 0; at < curve.get().size(); at++) {
                boolean later = rows.isEmpty() || curve.get().times()[at] / 1000 > rows.get(rows.size() - 1)[0];
                add(rows, curve.get(), at, number++ % joined == 0 && later);
            }
            curve = report.part(backtest, part);
        }
        return new BacktestChart(joined, rows, marks(report.trades(backtest, 0, MOST_MARKS), rows));
    }

    private static void add(List<double[]> rows, Curve curve, int at, boolean begins) {
        if (begins) {
            rows.add(new double[] {curve.times()[at] / 1000, curve.open()[at], curve.high()[at], curve.low()[at], curve.close()[at],
                    curve.equity()[at], curve.hold()[at]});
            return;
        }
        double[] row = rows.get(rows.size() - 1);
        row[2] = Math.max(row[2], curve.high()[at]);
        row[3] = Math.min(row[3], curve.low()[at]);
        row[4] = curve.close()[at];
        row[5] = curve.equity()[at];
        row[6] = curve.hold()[at];
    }

    private static List<Mark> marks(List<TradeRow> trades, List<double[]> rows) {
        List<Mark> marks = new ArrayList<>();
        int row = 0;
        for (TradeRow trade : trades) {
            row = behind(rows, row, trade.entryTime());
            marks.add(new Mark((long) rows.get(row)[0], trade.side() > 0 ? "BUY" : "SHORT", trade.entryPrice()));
            if (!trade.open()) {
                row = behind(rows, row, trade.exitTime());
                marks.add(new Mark((long) rows.get(row)[0], trade.side() > 0 ? "SELL" : "COVER", trade.exitPrice()));
            }
        }
        return marks;
    }

    /** The last row from {@code from} on that does not begin after a time. */
    private static int behind(List<double[]> rows, int from, long time) {
        int row = from;
        while (row + 1 < rows.size() && rows.get(row + 1)[0] <= time / 1000) {
            row++;
        }
        return row;
    }
}
