package entrepot.trading.indicator;

/** Lines over series, one bar at a time; remembers what it needs of the bars before, and nothing is known of those to come. */
public interface Indicator {

    /**
     * Takes the next bar.
     *
     * @param inputs one number an input of the {@link Definition}, none undefined
     * @param lines  filled with one number a line; not a number where too few bars have been seen
     */
    void next(double[] inputs, double[] lines);
}
