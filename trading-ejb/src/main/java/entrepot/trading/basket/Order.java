package entrepot.trading.basket;

/**
 * An order at the next open. A change from long to short is two of them.
 *
 * @param number   from 1, in the order in which they were given; of one day by instrument
 * @param member   its place in the universe
 * @param given    day at whose close it was given
 * @param units    millionths, above zero where bought, as they counted on that day
 * @param filled   millionths on the day that it ended; a split between the two days changes how many they are
 * @param ended    day, -1 where it still waits
 * @param price    billionths, slippage included; 0 where nothing was filled
 * @param value    minor units, not below 0
 * @param fee      minor units
 */
public record Order(int number, int member, int given, long units, State state, long filled, int ended, long price, long value, long fee) {

    /** What became of it. */
    public enum State {
        /** Its instrument has had no bar since. */
        WAITING,
        FILLED,
        /** It closed a position for want of margin. */
        LIQUIDATED,
        /** There was money or margin for less, or for nothing. */
        REDUCED,
        /** A later decision came before the next bar. */
        REPLACED
    }

    static Order waiting(int number, int member, int given, long units) {
        return new Order(number, member, given, units, State.WAITING, 0, -1, 0, 0, 0);
    }

    Order filled(long wanted, long units, int day, long price, long value, long fee) {
        return new Order(number, member, given, this.units, units == wanted ? State.FILLED : State.REDUCED, units, day, units == 0 ? 0 : price, value, fee);
    }

    Order liquidated() {
        return new Order(number, member, given, units, State.LIQUIDATED, filled, ended, price, value, fee);
    }

    Order replaced(int day) {
        return new Order(number, member, given, units, State.REPLACED, 0, day, 0, 0, 0);
    }
}
