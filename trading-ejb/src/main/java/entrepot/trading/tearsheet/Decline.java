package entrepot.trading.tearsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fall of an account from a high to where it was as high again.
 *
 * @param top    bar of the high, -1 for the money at the start; @param bottom bar of the deepest point
 * @param healed bar at which it was as high again, -1 where it is not yet
 * @param depth  share of the high, above 0
 */
public record Decline(int top, int bottom, int healed, double depth) {

    /** The deepest first, of equal ones the first; at most {@code most}. */
    public static List<Decline> deepest(double start, double[] worth, int most) {
        List<Decline> all = new ArrayList<>();
        double high = start;
        int top = -1;
        int bottom = -1;
        for (int bar = 0; bar < worth.length; bar++) {
            if (worth[bar] >= high) {
                if (bottom >= 0) {
                    all.add(new Decline(top, bottom, bar, 1 - worth[bottom] / high));
                }
                high = worth[bar];
                top = bar;
                bottom = -1;
            } else if (bottom < 0 || worth[bar] < worth[bottom]) {
                bottom = bar;
            }
        }
        if (bottom >= 0) {
            all.add(new Decline(top, bottom, -1, 1 - worth[bottom] / high));
        }
        return all.stream().sorted(Comparator.comparingDouble(Decline::depth).reversed()).limit(most).toList();
    }
}
