package entrepot.trading.replay;

import entrepot.trading.broker.FillRule;

/**
 * A part of an order that traded.
 *
 * @param number from 1
 * @param order  its number
 * @param time   nanoseconds of the epoch
 * @param row    of the flow, from 1, that filled it, or after which it took
 * @param bar    of the clock, from 0
 * @param units  millionths, above zero where bought
 * @param price  billionths
 * @param mid    before it, billionths
 * @param fee    minor units
 */
public record ReplayFill(int number, int order, long time, long row, int bar, long units, long price, long mid, long fee, FillRule rule) {

    public boolean rested() {
        return rule != FillRule.TAKEN_FROM_BOOK;
    }
}
