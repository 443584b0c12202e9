package entrepot.trading.broker;

/**
 * A part of an order that traded.
 *
 * @param number   from 1
 * @param order    its number
 * @param bar      of the instrument
 * @param units    millionths, above zero where bought
 * @param price    paid, billionths
 * @param slippage of it, billionths, 0 or more: so much worse than what the bar said
 * @param fee      minor units
 */
public record BrokerFill(int number, int order, int instrument, int bar, long units, long price, long slippage, long fee, FillRule rule) {

    public boolean isBuy() {
        return units > 0;
    }

    /** What the bar said. */
    public long marketPrice() {
        return isBuy() ? price - slippage : price + slippage;
    }
}
