package entrepot.trading.broker;

/**
 * The next contract of a future takes over.
 *
 * @param time    of its first bar
 * @param left    billionths: the open of the old contract in that bar
 * @param entered billionths: the open of the new one
 */
public record Roll(long time, long left, long entered) {

    long difference() {
        return entered - left;
    }
}
