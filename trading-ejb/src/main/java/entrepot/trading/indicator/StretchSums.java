package entrepot.trading.indicator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

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
    private final Map<Integer, Long> uses;
    private final Map<Integer, double[]> windows = new HashMap<>();
    private int begin;
    private int end;

    /** @param periods each as often as it is wanted */
    public StretchSums(WindowSums sums, IntStream periods) {
        this.sums = sums;
        this.uses = periods.boxed().collect(groupingBy(period -> period, counting()));
    }

    public boolean isOften(int period) {
        return uses.getOrDefault(period, 0L) >= OFTEN;
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
