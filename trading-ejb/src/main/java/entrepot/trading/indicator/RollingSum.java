package entrepot.trading.indicator;

/**
 * Sum of the last values, each bar by one addition and one subtraction; added up again once a window, so that what rounding
 * leaves behind stays as small as that of one window. Exact for values of up to six decimals, as {@link WindowSums}.
 */
final class RollingSum implements Filter {

    private final Window scaled;
    private double sum;
    private double last;

    RollingSum(int length) {
        scaled = new Window(length);
    }

    /** @return the mean */
    @Override
    public double next(double value) {
        add(value);
        return mean();
    }

    void add(double value) {
        last = value;
        double now = WindowSums.scaled(value);
        double left = scaled.add(now);
        sum += Double.isNaN(left) ? now : now - left;
        if (scaled.isRenewed()) {
            sum = 0;
            for (int ago = scaled.length() - 1; ago >= 0; ago--) {
                sum += scaled.ago(ago);
            }
        }
    }

    boolean isFull() {
        return scaled.isFull();
    }

    double sum() {
        return !isFull() ? Double.NaN : scaled.isFlat() ? last * scaled.length() : sum / WindowSums.SCALE;
    }

    /** Of equal values that value, to the bit. */
    double mean() {
        return !isFull() ? Double.NaN : scaled.isFlat() ? last : sum / (scaled.length() * WindowSums.SCALE);
    }
}
