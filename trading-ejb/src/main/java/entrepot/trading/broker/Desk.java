package entrepot.trading.broker;

import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;

/** Where a trader deals. */
public interface Desk {

    /** It reaches the market before the next open, or as many bars later as the terms say. */
    Order give(Ticket ticket);

    /** As late as an order would be; what is filled before stays filled. */
    void cancel(Order order);

    /** Millionths, below zero of a short. */
    long held(int instrument);

    /** Minor units of the instrument's currency. */
    long cash(int instrument);
}
