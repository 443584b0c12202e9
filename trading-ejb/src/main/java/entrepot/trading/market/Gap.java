package entrepot.trading.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pause between two bars that is too long. What is too long, a calendar says ({@link SeriesExam}); without one it is what cannot be a weekend
 * or a holiday.
 *
 * @param after  milliseconds of the last bar before it
 * @param before milliseconds of the first bar after it
 */
public record Gap(long after, long before) {

    /** A long weekend is four days; the week after 11 September 2001 is found. */
    static final int USUAL_STEPS = 5;

    /** More than five times the usual step of the series; from one day of UTC to a later one, minutes may pause for five days. */
    public static List<Gap> of(long[] times, BarStep step) {
        long usual = USUAL_STEPS * usual(times);
        long overnight = step == BarStep.MINUTE ? Math.max(usual, USUAL_STEPS * Adjustment.DAY) : usual;
        List<Gap> gaps = new ArrayList<>();
        for (int at = 1; at < times.length; at++) {
            if (times[at] - times[at - 1] > (sameDay(times[at - 1], times[at]) ? usual : overnight)) {
                gaps.add(new Gap(times[at - 1], times[at]));
            }
        }
        return gaps;
    }

    private static boolean sameDay(long one, long other) {
        return Math.floorDiv(one, Adjustment.DAY) == Math.floorDiv(other, Adjustment.DAY);
    }

    /** The median; so a series of months has no gap between its months. */
    private static long usual(long[] times) {
        long[] steps = new long[Math.max(0, times.length - 1)];
        Arrays.setAll(steps, at -> times[at + 1] - times[at]);
        return median(steps);
    }

    static long median(long[] steps) {
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }
}
