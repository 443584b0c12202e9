package entrepot.trading.market;

/**
 * Where one contract of a future is left for the next, in a bar that both have.
 *
 * @param bar     the first bar of the new contract in the series of all
 * @param time    of that bar
 * @param left    open of the old contract in it, at which it is left
 * @param entered open of the new one
 */
public record Rollover(int bar, long time, String from, String to, double left, double entered) {

    Rollover at(int other) {
        return new Rollover(other, time, from, to, left, entered);
    }

    public double difference() {
        return entered - left;
    }

    /** @throws IllegalArgumentException where a price is not above zero */
    public double ratio() {
        if (!(left > 0 && entered > 0)) {
            throw new IllegalArgumentException(from + " was left at " + left + " for " + to + " at " + entered + "; prices of zero or less have no ratio, join by DIFFERENCE");
        }
        return entered / left;
    }
}
