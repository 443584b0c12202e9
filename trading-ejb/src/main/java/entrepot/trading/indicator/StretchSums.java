package entrepot.trading.indicator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The sums of a series, one stretch after the other, the first of which comes with the first {@link #next}. Of periods that are wanted
 * often the sums over full windows are made once a stretch, and stay near the processor. Not for several threads.
 */
public final class StretchSums {

    /** Bars of a stretch. */
    public static final int LENGTH = 1024;
    /** From here on making the sums of a period costs less than it saves. */
    private static final int OFTEN = 3;

    private final WindowSums sums;
    /** By period, as far as there are full windows. */
    private final int[] uses;
    private final Map<Integer, double[]> windows = new HashMap<>();
    private int begin;
    private int end;

    /** @param periods each as often as it is wanted */
    public StretchSums(WindowSums sums, int[]... periods) {
        this.sums = sums;
        int longest = Arrays.stream(periods).flatMapToInt(Arrays::stream).max().orElse(0);
        uses = new int[Math.min(longest, sums.length()) + 1];
        for (int[] some : periods) {
            for (int period : some) {
                if (period < uses.length) {
                    uses[period]++;
                }
            }
        }
    }

    public boolean isOften(int period) {
        return period < uses.length && uses[period] >= OFTEN;
    }

    /** Sums at the bars of the stretch that have a full window, its first bar at 0; {@link #next} fills it anew. */
    public double[] window(int period) {
        return windows.computeIfAbsent(period, one -> new double[Math.min(LENGTH, sums.length())]);
    }

    /** Goes on to the next stretch. @return false where there is none */
    public boolean next() {
        begin = end;
        end = Math.min(begin + LENGTH, sums.length());
        windows.forEach((period, into) -> sums.fill(begin, end, period, into));
        return begin < end;
    }

    /** The first bar of the stretch. */
    public int begin() {
        return begin;
    }

    /** The bar after the stretch. */
    public int end() {
        return end;
    }

    /** Those of any bar. */
    public WindowSums all() {
        return sums;
    }
}
