package entrepot.trading.replay;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where the mid went after fills that rested, against who was filled: what he was filled for by those who knew more. */
public final class Aftermath {

    private static final long SECOND = 1_000_000_000;

    private final Horizon soon = new Horizon(SECOND);
    private final Horizon later = new Horizon(10 * SECOND);

    /**
     * Price times units by which the mid went against what was filled, below zero where it went with it; fills whose time was not over at the end are
     * not in it.
     *
     * @param second a second after, {@code tenSeconds} ten
     */
    public record Found(double second, double tenSeconds) {}

    private static final class Horizon {
        private final long away;
        private final Deque<ReplayFill> waiting = new ArrayDeque<>();
        private double lost;

        private Horizon(long away) {
            this.away = away;
        }

        private void upTo(long time, long mid) {
            while (!waiting.isEmpty() && waiting.peek().time() + away < time) {
                ReplayFill fill = waiting.poll();
                lost += (double) (fill.mid() - mid) * fill.units();
            }
        }
    }

    void add(ReplayFill fill) {
        soon.waiting.add(fill);
        later.waiting.add(fill);
    }

    /** @param mid after all that happened before a time */
    void upTo(long time, long mid) {
        soon.upTo(time, mid);
        later.upTo(time, mid);
    }

    Found found() {
        return new Found(soon.lost, later.lost);
    }
}
