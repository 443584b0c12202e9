package entrepot.trading.strategy;

import java.util.Arrays;

/** What a strategy wants to hold over one series: 1 long, 0 nothing, -1 short. It begins with nothing. */
public interface Decisions {

    /** How many bars there are. */
    int length();

    /**
     * The first bar after {@code last} at whose close something else than {@code held} is wanted; the length where none is. Who does not
     * know it sooner asks {@link #wanted} bar by bar.
     *
     * @param last the bar of the change before, -1 at the start
     * @param held what was wanted at that bar
     */
    default int next(int last, int held) {
        int bar = last + 1;
        while (bar < length() && wanted(bar, held) == held) {
            bar++;
        }
        return bar;
    }

    /** What is wanted at a bar that {@link #next} named, or asks about. */
    int wanted(int bar, int held);

    /** Of the money, above 0 to 1: what goes into a position that is wanted from this bar on. */
    default double share(int bar) {
        return 1;
    }

    /** What is wanted at the close of each bar. */
    default int[] targets() {
        int[] targets = new int[length()];
        int held = 0;
        int from = 0;
        for (int change = next(-1, 0); change < targets.length; change = next(change, held)) {
            Arrays.fill(targets, from, change, held);
            held = wanted(change, held);
            from = change;
        }
        Arrays.fill(targets, from, targets.length, held);
        return targets;
    }

    /** By how much each target differs from the one before; not a number at the first bar, which has none before. */
    default double[] changes() {
        int[] targets = targets();
        double[] changes = new double[targets.length];
        for (int bar = 0; bar < changes.length; bar++) {
            changes[bar] = bar == 0 ? Double.NaN : targets[bar] - targets[bar - 1];
        }
        return changes;
    }
}
