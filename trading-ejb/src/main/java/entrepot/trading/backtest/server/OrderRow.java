package entrepot.trading.backtest.server;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import java.util.List;

/**
 * An order as its row says; times are milliseconds of the epoch, UTC.
 *
 * @param parent     number of the order that it protects, or null
 * @param givenTime  of the bar at whose close it was given
 * @param limitPrice null for none, as {@code stopPrice}
 * @param endedTime  null where it still stands
 */
public record OrderRow(int number, Integer parent, long givenTime, OrderKind kind, int side, Validity validity, double units, Double limitPrice,
        Double stopPrice, OrderState state, OrderReason reason, double filled, Long endedTime) {

    static List<OrderRow> of(BacktestResult result) {
        Bars bars = result.bars();
        return result.orders().stream().map(order -> new OrderRow(order.number(), order.parent() == 0 ? null : Integer.valueOf(order.parent()),
                bars.time(order.given()), order.kind(), order.side(), order.validity(), order.units(), given(order.limit()), given(order.stop()),
                order.state(), order.reason(), order.filled(), order.ended() < 0 ? null : Long.valueOf(bars.time(order.ended())))).toList();
    }

    private static Double given(double price) {
        return Double.isNaN(price) ? null : Double.valueOf(price);
    }
}
