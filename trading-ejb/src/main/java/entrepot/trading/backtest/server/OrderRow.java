package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.FlowResult;
import entrepot.trading.backtest.OrderLine;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import entrepot.trading.replay.Placed;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An order as its row says; times are milliseconds of the epoch, UTC.
 *
 * @param parent     number of the order that it protects, or null
 * @param givenTime  of the bar at whose close it was given; in a recorded market when it was given
 * @param limitPrice null for none, as {@code stopPrice}
 * @param endedTime  null where it still stands
 */
public record OrderRow(int number, Integer parent, long givenTime, OrderKind kind, int side, Validity validity, double units, Double limitPrice,
        Double stopPrice, OrderState state, OrderReason reason, double filled, Long endedTime) {

    static List<OrderRow> of(BacktestResult result) {
        Bars bars = result.bars();
        return result.orders().stream()
                .map(order -> of(order, bars.time(order.given()), order.ended() < 0 ? null : Long.valueOf(bars.time(order.ended())))).toList();
    }

    /** At their moments, to the millisecond. */
    static List<OrderRow> of(FlowResult found) {
        return found.result().orders().stream().map(order -> {
            Placed exact = found.replay().orders().get(order.number() - 1);
            return of(order, TimeUnit.NANOSECONDS.toMillis(exact.given()), exact.ended() == null ? null : Long.valueOf(TimeUnit.NANOSECONDS.toMillis(exact.ended())));
        }).toList();
    }

    private static OrderRow of(OrderLine order, long given, Long ended) {
        return new OrderRow(order.number(), order.parent() == 0 ? null : Integer.valueOf(order.parent()), given, order.kind(), order.side(), order.validity(),
                order.units(), given(order.limit()), given(order.stop()), order.state(), order.reason(), order.filled(), ended);
    }

    private static Double given(double price) {
        return Double.isNaN(price) ? null : Double.valueOf(price);
    }
}
