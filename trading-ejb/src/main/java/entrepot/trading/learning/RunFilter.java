package entrepot.trading.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds moments at which returns have added up to more than a threshold in one direction: the symmetric CUSUM filter. Either
 * sum begins anew at its own event.
 *
 * @see "López de Prado 2018, chapter 2; Lam and Yam, CUSUM Techniques for Technical Trading, 1997"
 */
public final class RunFilter {

    private RunFilter() {}

    /** @param direction 1 or -1 */
    public record Event(int at, int direction) {}

    /** @param threshold above 0, to be exceeded */
    public static List<Event> events(double[] returns, double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold is " + threshold + ", must be above 0");
        }
        List<Event> events = new ArrayList<>();
        double up = 0;
        double down = 0;
        for (int at = 0; at < returns.length; at++) {
            up = Math.max(0, up + returns[at]);
            down = Math.min(0, down + returns[at]);
            if (down < -threshold) {
                down = 0;
                events.add(new Event(at, -1));
            } else if (up > threshold) {
                up = 0;
                events.add(new Event(at, 1));
            }
        }
        return events;
    }
}
