package entrepot.trading.broker;

import entrepot.trading.order.Ticket.Protection;

/**
 * How decisions become orders. Shares are billionths of the price.
 *
 * @param units   millionths of each position; 0 for all the money
 * @param offset  by how much better than the close a position is entered, by a limit that stands until the next decision; 0 for a market
 *                order at the next open
 * @param stop    share of the entry price at which a loss is stopped; 0 for none
 * @param profit  share at which a profit is taken; 0 for none
 * @param trailing share at which a stop trails; 0 for none
 */
public record OrderPlan(long units, long offset, long stop, long profit, long trailing) {

    /** All the money at the next open. */
    public static final OrderPlan MARKET = new OrderPlan(0, 0, 0, 0, 0);

    public OrderPlan {
        if (units < 0 || offset < 0 || offset >= BrokerTerms.WHOLE) {
            throw new IllegalArgumentException(
                    "units is " + units + ", offset is " + offset + ", must be 0 or more, offset below " + BrokerTerms.WHOLE);
        }
        if (stop + profit + trailing != 0) {
            new Protection(stop, profit, trailing);
        }
    }

    Protection protection() {
        return stop + profit + trailing == 0 ? null : new Protection(stop, profit, trailing);
    }

    public String words() {
        return "units=" + units + " offset=" + offset + " stop=" + stop + " profit=" + profit + " trailing=" + trailing;
    }
}
