package entrepot.trading.indicator;

/**
 * Sums over any window of a series, each from two numbers. Prices of up to six decimals are added as whole millionths, so
 * sums and comparisons of means are exact while the sum of the whole series stays below 9e9: a window of equal prices has no
 * noise that looks like a crossing. Other prices are added as they are.
 */
public final class WindowSums {

    static final double SCALE = 1e6;

    /** {@code upTo[t]} is the scaled sum of the bars before {@code t}. */
    private final double[] upTo;

    private WindowSums(double[] upTo) {
        this.upTo = upTo;
    }

    public static WindowSums of(double[] prices) {
        double[] upTo = new double[prices.length + 1];
        for (int bar = 0; bar < prices.length; bar++) {
            upTo[bar + 1] = upTo[bar] + scaled(prices[bar]);
        }
        return new WindowSums(upTo);
    }

    /** Looks at this price alone: a scale chosen for the whole series would let a later price change an earlier sum. */
    static double scaled(double price) {
        double millionths = Math.rint(price * SCALE);
        return millionths / SCALE == price ? millionths : price * SCALE;
    }

    public int length() {
        return upTo.length - 1;
    }

    /** Mean of the last prices at a bar, over as many as there are. */
    public double mean(int bar, int period) {
        int count = Math.min(period, bar + 1);
        return (upTo[bar + 1] - upTo[bar + 1 - count]) / (count * SCALE);
    }

    /** The sums over the full windows of the bars from {@code begin} up to {@code end}, exclusive, the one of {@code begin} at 0. */
    void fill(int begin, int end, int period, double[] into) {
        for (int bar = Math.max(begin, period - 1); bar < end; bar++) {
            into[bar - begin] = upTo[bar + 1] - upTo[bar + 1 - period];
        }
    }

    /** 1 where the mean over {@code fast} bars is above the one over {@code slow}, -1 where below, 0 where equal. */
    public int compare(int bar, int fast, int slow) {
        int fastCount = Math.min(fast, bar + 1);
        int slowCount = Math.min(slow, bar + 1);
        double now = upTo[bar + 1];
        double left = (now - upTo[bar + 1 - fastCount]) * slowCount;
        double right = (now - upTo[bar + 1 - slowCount]) * fastCount;
        return left > right ? 1 : left < right ? -1 : 0;
    }

    /**
     * The first bar from {@code from} on, where both windows are full, at which {@link #compare} is this sign, 1 or -1.
     *
     * @return at least {@code from}, and {@code to} or more where there is none before {@code to}
     */
    public int first(int from, int to, int sign, int fast, int slow) {
        double[] sums = upTo;
        double left = sign * slow;
        double right = sign * fast;
        int end = from + 1;
        for (; end <= to; end++) {
            double now = sums[end];
            if ((now - sums[end - fast]) * left > (now - sums[end - slow]) * right) {
                break;
            }
        }
        return end - 1;
    }

    /** As {@link #first}, where it is not this sign. */
    public int firstOther(int from, int to, int sign, int fast, int slow) {
        double[] sums = upTo;
        double left = sign * slow;
        double right = sign * fast;
        int end = from + 1;
        for (; end <= to; end++) {
            double now = sums[end];
            if (!((now - sums[end - fast]) * left > (now - sums[end - slow]) * right)) {
                break;
            }
        }
        return end - 1;
    }
}
