package entrepot.trading.basket.server;

import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.Order;
import java.util.List;

/**
 * An order of a portfolio as its row says; times are milliseconds of the epoch, UTC.
 *
 * @param units millionths, below 0 where sold, as {@code filled}; @param endedTime null where it waits; @param price billionths
 * @param value minor units, as {@code fee}
 */
public record BasketOrderRow(int number, String symbol, long givenTime, long units, Order.State state, long filled, Long endedTime, long price, long value,
        long fee) {

    static List<BasketOrderRow> of(BasketResult found) {
        return found.orders().stream().map(order -> new BasketOrderRow(order.number(), found.universe().member(order.member()).symbol(),
                found.universe().time(order.given()), order.units(), order.state(), order.filled(),
                order.ended() < 0 ? null : Long.valueOf(found.universe().time(order.ended())), order.price(), order.value(), order.fee())).toList();
    }
}
