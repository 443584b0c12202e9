package entrepot.trading.indicator;

/**
 * A fast mean of a series against a slow one. Both are sums over windows, which change from bar to bar by no more than is known of each stretch of
 * the series: as long as the means are too far apart to meet, the bars between are not looked at.
 */
public final class MeanGap {

    private final double[] upTo;
    private final int fast;
    private final int slow;
    private final float[] fastSteps;
    private final float[] slowSteps;
    private final double noise;

    MeanGap(WindowSums sums, double[] upTo, int fast, int slow) {
        this.upTo = upTo;
        this.fast = fast;
        this.slow = slow;
        this.fastSteps = sums.steps(fast);
        this.slowSteps = sums.steps(slow);
        this.noise = 8.0 * WindowSums.BLOCK * (fast + slow) * sums.ulp;
    }

    public int length() {
        return upTo.length - 1;
    }

    /** 1 where the fast mean is above, -1 where below, 0 where they are equal; over as many prices as there are. */
    public int sign(int bar) {
        int fastCount = Math.min(fast, bar + 1);
        int slowCount = Math.min(slow, bar + 1);
        double now = upTo[bar + 1];
        double left = (now - upTo[bar + 1 - fastCount]) * slowCount;
        double right = (now - upTo[bar + 1 - slowCount]) * fastCount;
        return left > right ? 1 : left < right ? -1 : 0;
    }

    /** The first bar from {@code from} on with this sign, 1 or -1; the length where there is none. */
    public int first(int from, int sign) {
        for (int bar = from; bar < Math.min(slow - 1, length()); bar++) {
            if (sign(bar) == sign) {
                return bar;
            }
        }
        return meeting(Math.max(from, slow - 1), -sign, false);
    }

    /** The first bar from {@code from} on with another sign than this, 1 or -1; the length where there is none. */
    public int firstOther(int from, int sign) {
        for (int bar = from; bar < Math.min(slow - 1, length()); bar++) {
            if (sign(bar) != sign) {
                return bar;
            }
        }
        return meeting(Math.max(from, slow - 1), sign, true);
    }

    /** Where the fast mean is no longer apart on this side; both windows are full. @param equal whether it is where they are equal */
    private int meeting(int from, int side, boolean equal) {
        double[] sums = upTo;
        int end = from + 1;
        while (end < sums.length) {
            double now = sums[end];
            double apart = side * ((now - sums[end - fast]) * slow - (now - sums[end - slow]) * fast);
            if (apart < 0 || equal && apart == 0) {
                return end - 1;
            }
            int block = end / WindowSums.BLOCK;
            double most = (double) fastSteps[block] * slow + (double) slowSteps[block] * fast;
            int sure = (int) ((apart - noise) / most);
            end += 1 + Math.max(0, Math.min(sure, (block + 2) * WindowSums.BLOCK - 1 - end));
        }
        return length();
    }
}
