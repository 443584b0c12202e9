package entrepot.trading.broker;

import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;
import java.util.List;

/** Where a trader deals. */
public interface Desk {

    /** It reaches the market before the next open, or as many bars later as the terms say. */
    Order give(Ticket ticket);

    /** As late as an order would be; what is filled before stays filled. */
    void cancel(Order order);

    /** Millionths, below zero of a short. */
    long held(int instrument);

    /** Orders that have not ended, in the order in which they were given, also those that the market has not seen yet. */
    List<Order> standing(int instrument);

    /** Minor units of the instrument's currency. */
    long cash(int instrument);
}
