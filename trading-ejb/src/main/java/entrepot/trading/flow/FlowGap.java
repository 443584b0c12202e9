package entrepot.trading.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pause that is too long to be quiet. @param after nanoseconds of the last row before it; @param before of the first after it */
public record FlowGap(long after, long before) {

    static final long LEAST = 60_000_000_000L;
    static final long USUAL = 1_000;
    private static final long DAY = 86_400_000_000_000L;
    private static final long OVERNIGHT = 5 * DAY;

    /** More than a minute and than a thousand times the median pause; from one day of UTC to a later one, more than five days. */
    public static List<FlowGap> of(long[] times) {
        long[] pauses = new long[Math.max(0, times.length - 1)];
        Arrays.setAll(pauses, at -> times[at + 1] - times[at]);
        long[] sorted = pauses.clone();
        Arrays.sort(sorted);
        long usual = Math.max(LEAST, sorted.length == 0 ? 0 : USUAL * Math.min(sorted[sorted.length / 2], DAY));
        List<FlowGap> gaps = new ArrayList<>();
        for (int at = 0; at < pauses.length; at++) {
            boolean sameDay = Math.floorDiv(times[at], DAY) == Math.floorDiv(times[at + 1], DAY);
            if (pauses[at] > (sameDay ? usual : Math.max(usual, OVERNIGHT))) {
                gaps.add(new FlowGap(times[at], times[at + 1]));
            }
        }
        return gaps;
    }
}
