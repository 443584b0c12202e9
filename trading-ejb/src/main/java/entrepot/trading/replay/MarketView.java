package entrepot.trading.replay;

import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;

/** Where a trader sees a market of others and deals in it. Prices are billionths, units millionths, a side is 1 to buy and -1 to sell. */
public interface MarketView {

    /** Nanoseconds of the epoch. */
    long time();

    /** Whether others stand on a side. */
    boolean has(int side);

    /** Of others. */
    long best(int side);

    /** Between both best prices, down; the last one there was. */
    long mid();

    /** Below zero of a short. */
    long held();

    /** Units that others traded so far. */
    double tradedUnits();

    /** Price times units of what others traded so far. */
    double tradedValue();

    /** A market or limit order; it comes to the market after the latency. */
    Order give(Ticket ticket);

    /** As late as an order would be; what is filled before stays filled. */
    void cancel(Order order);
}
