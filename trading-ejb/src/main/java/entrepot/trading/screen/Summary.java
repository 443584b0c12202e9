package entrepot.trading.screen;

import java.util.List;

/**
 * A result in numbers; passed, failed and not judged add up to asked.
 *
 * @param picked     of those that passed, as many as the screen wants at most
 * @param needed     bars that condition and rank need
 * @param yearTrue   bars of the year up to the day, over all instruments, at which the condition was true
 * @param yearJudged bars of that year at which it was defined
 * @param forwards   what came afterwards, in all of history up to the day
 */
public record Summary(int asked, int passed, int picked, int failed, int notJudged, int needed, long yearTrue, long yearJudged,
        List<Forward> forwards) {

    /** Share of the bars at which the condition was true; not a number of none. */
    public double baseRate() {
        return (double) yearTrue / yearJudged;
    }
}
