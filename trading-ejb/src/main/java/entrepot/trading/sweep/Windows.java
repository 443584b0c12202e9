package entrepot.trading.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows that roll over a series: in each a cell is chosen by some bars and applied to those that follow, and the next begins later
 * by as many.
 *
 * @param choose bars to choose by, {@value #FEWEST} or more
 * @param apply  bars to apply the choice to, {@value #FEWEST} or more
 */
public record Windows(int choose, int apply) {

    public static final int FEWEST = 3;

    public Windows {
        if (choose < FEWEST || apply < FEWEST) {
            throw new IllegalArgumentException("windows of " + choose + " and " + apply + " bars, must be " + FEWEST + " or more each");
        }
    }

    /**
     * From the close of one bar to that of another.
     *
     * @param from  bar at whose close it begins
     * @param split the last bar that its choice sees
     * @param to    the last bar that the choice is applied to
     */
    public record Window(int from, int split, int to) {}

    /** In order; the last may be shorter. @param bars of the series */
    public List<Window> over(int bars) {
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from + choose + FEWEST < bars; from += apply) {
            int split = from + choose;
            windows.add(new Window(from, split, Math.min(split + apply, bars - 1)));
        }
        return windows;
    }
}
