package entrepot.trading.indicator;

/**
 * {@code max(high, close before) - min(low, close before)}; of the first bar {@code high - low}, or undefined.
 *
 * @see "Wilder, New Concepts in Technical Trading Systems, 1978"
 */
final class TrueRange {

    private final boolean countsFirst;
    private double before = Double.NaN;

    TrueRange(boolean countsFirst) {
        this.countsFirst = countsFirst;
    }

    double next(double high, double low, double close) {
        double from = Double.isNaN(before) ? countsFirst ? low : Double.NaN : before;
        before = close;
        return Math.max(high, from) - Math.min(low, from);
    }
}
