package entrepot.web.api;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.backtest.server.TradeRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trades and points of a curve as clients see them. */
final class BacktestRows {

    private BacktestRows() {}

    /** @param exitAt of the last bar where it is still open */
    record Trade(int number, String side, BigDecimal units, Instant entryAt, BigDecimal entryPrice, Instant exitAt, BigDecimal exitPrice,
            BigDecimal fees, BigDecimal profit, boolean open) {
        static Trade of(TradeRow row) {
            return new Trade(row.number(), row.side() > 0 ? "LONG" : "SHORT", BacktestAnswer.decimal(row.units()),
                    Instant.ofEpochMilli(row.entryTime()), BacktestAnswer.decimal(row.entryPrice()), Instant.ofEpochMilli(row.exitTime()),
                    BacktestAnswer.decimal(row.exitPrice()), BacktestAnswer.decimal(row.fees()), BacktestAnswer.decimal(row.profit()),
                    row.open());
        }
    }

    /** @param number of the bar, from 1; @param held 1, 0 or -1 */
    record Point(int number, Instant at, BigDecimal close, int held, BigDecimal equity, BigDecimal buyAndHold) {
        static Point of(Curve curve, int at, int number) {
            return new Point(number, Instant.ofEpochMilli(curve.times()[at]), BacktestAnswer.decimal(curve.close()[at]),
                    (int) curve.held()[at], BacktestAnswer.decimal(curve.equity()[at]), BacktestAnswer.decimal(curve.hold()[at]));
        }
    }

    /** Up to {@code limit} points behind a number. */
    static List<Point> points(BacktestReport report, long backtest, int after, int limit) {
        List<Point> points = new ArrayList<>();
        int number = after;
        Optional<Curve> curve = report.part(backtest, number / Curve.PART);
        while (points.size() < limit && curve.isPresent() && number % Curve.PART < curve.get().size()) {
            points.add(Point.of(curve.get(), number % Curve.PART, ++number));
            if (number % Curve.PART == 0) {
                curve = report.part(backtest, number / Curve.PART);
            }
        }
        return points;
    }
}
