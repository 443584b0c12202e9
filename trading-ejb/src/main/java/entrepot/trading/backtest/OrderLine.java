package entrepot.trading.backtest;

import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;

/**
 * An order of a backtest and what became of it.
 *
 * @param number from 1, in the order in which they were given
 * @param parent number of the order that it protects, 0 for none
 * @param given  bar at whose close it was given; of one that protects, the bar of the entry
 * @param side   1 to buy, -1 to sell
 * @param units  asked for; 0 where all the money was to go in and it came to nothing
 * @param limit  not a number for none, as {@code stop}, which of a trailing one is where it was in the end
 * @param ended  bar, -1 where it still stands
 */
public record OrderLine(int number, int parent, int given, OrderKind kind, int side, Validity validity, double units, double limit, double stop,
        OrderState state, OrderReason reason, double filled, int ended) {}
