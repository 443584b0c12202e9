package entrepot.trading.indicator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sums over any window of a series, each from two numbers. Prices of up to six decimals are added as whole millionths, so
 * sums and comparisons of means are exact while the sum of the whole series stays below 9e9: a window of equal prices has no
 * noise that looks like a crossing. Other prices are added as they are.
 */
public final class WindowSums {

    static final double SCALE = 1e6;

    static final int BLOCK = 32;

    /** {@code upTo[t]} is the scaled sum of the bars before {@code t}. */
    private final double[] upTo;

    /** Of the largest sum: the difference of two is as wrong at most, where prices have more than six decimals. */
    final double ulp;

    private final Map<Integer, float[]> steps = new ConcurrentHashMap<>();

    private WindowSums(double[] upTo, double largest) {
        this.upTo = upTo;
        this.ulp = Math.ulp(largest);
    }

    public static WindowSums of(double[] prices) {
        double[] upTo = new double[prices.length + 1];
        double largest = 0;
        for (int bar = 0; bar < prices.length; bar++) {
            upTo[bar + 1] = upTo[bar] + scaled(prices[bar]);
            largest = Math.max(largest, Math.abs(upTo[bar + 1]));
        }
        return new WindowSums(upTo, largest);
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

    public MeanGap gap(int fast, int slow) {
        return new MeanGap(this, upTo, fast, slow);
    }

    /**
     * The most by which the scaled sum over a full window changes from one bar to the next, in each block of {@value #BLOCK} ends of windows
     * and the block after it.
     */
    float[] steps(int period) {
        return steps.computeIfAbsent(period, this::stepsOf);
    }

    private float[] stepsOf(int period) {
        float[] steps = new float[upTo.length / BLOCK + 1];
        for (int block = 0; block < steps.length; block++) {
            int end = Math.min((block + 1) * BLOCK, upTo.length);
            double most = 0;
            for (int at = Math.max(block * BLOCK, period + 1); at < end; at++) {
                most = Math.max(most, Math.abs(upTo[at] - upTo[at - 1] - (upTo[at - period] - upTo[at - period - 1])));
            }
            steps[block] = Math.nextUp((float) most);
        }
        for (int block = 0; block + 1 < steps.length; block++) {
            steps[block] = Math.max(steps[block], steps[block + 1]);
        }
        return steps;
    }
}
