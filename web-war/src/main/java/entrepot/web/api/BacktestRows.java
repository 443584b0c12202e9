package entrepot.web.api;

import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.backtest.server.FillRow;
import entrepot.trading.backtest.server.LegRow;
import entrepot.trading.backtest.server.OrderRow;
import entrepot.trading.backtest.server.TradeRow;
import entrepot.trading.broker.FillRule;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import entrepot.trading.pair.Ending;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trades, orders, fills and points of a curve as clients see them. */
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

    /** @param parent number of the order that it protects; @param reason why it ended without being filled whole */
    record Order(int number, Integer parent, Instant givenAt, OrderKind kind, String side, Validity validity, BigDecimal units, BigDecimal limit,
            BigDecimal stop, OrderState state, OrderReason reason, BigDecimal filled, Instant endedAt) {
        static Order of(OrderRow row) {
            return new Order(row.number(), row.parent(), Instant.ofEpochMilli(row.givenTime()), row.kind(), way(row.side()), row.validity(),
                    BacktestAnswer.decimal(row.units()), price(row.limitPrice()), price(row.stopPrice()), row.state(),
                    row.reason() == OrderReason.NONE ? null : row.reason(), BacktestAnswer.decimal(row.filled()),
                    row.endedTime() == null ? null : Instant.ofEpochMilli(row.endedTime()));
        }

        private static BigDecimal price(Double price) {
            return price == null ? null : BacktestAnswer.decimal(price);
        }
    }

    /** @param price slippage included; @param rule that made it, see docs/execution.md; @param flowRow absent over bars */
    record Fill(int number, int order, Instant at, String side, BigDecimal units, BigDecimal price, BigDecimal slippage, BigDecimal fee, FillRule rule,
            Long flowRow) {
        static Fill of(FillRow row) {
            return new Fill(row.number(), row.orderNumber(), Instant.ofEpochMilli(row.time()), way(row.units()),
                    BacktestAnswer.decimal(Math.abs(row.units())), BacktestAnswer.decimal(row.price()), BacktestAnswer.decimal(row.slippage()),
                    BacktestAnswer.decimal(row.fee()), row.rule(), row.flowRow());
        }
    }

    /** @param trade number of it, from 1; @param exitAt of the last bar where it is still open; @param ending why, or OPEN */
    record Leg(int number, int trade, String instrument, String side, BigDecimal units, Instant entryAt, BigDecimal entryPrice, Instant exitAt,
            BigDecimal exitPrice, BigDecimal fees, BigDecimal profit, Ending ending) {
        static Leg of(LegRow row) {
            return new Leg(row.number(), row.trade(), row.symbol(), row.side() > 0 ? "LONG" : "SHORT", BacktestAnswer.decimal(row.units()),
                    Instant.ofEpochMilli(row.entryTime()), BacktestAnswer.decimal(row.entryPrice()), Instant.ofEpochMilli(row.exitTime()),
                    BacktestAnswer.decimal(row.exitPrice()), BacktestAnswer.decimal(row.fees()), BacktestAnswer.decimal(row.profit()), row.ending());
        }
    }

    static String way(double side) {
        return side > 0 ? "BUY" : "SELL";
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
