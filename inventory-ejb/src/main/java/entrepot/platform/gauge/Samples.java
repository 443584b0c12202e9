package entrepot.platform.gauge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last looks, the oldest first. */
final class Samples {

    private final int most;
    private final Deque<Sample> kept = new ArrayDeque<>();

    Samples(int most) {
        this.most = most;
    }

    synchronized void add(Sample sample) {
        if (kept.size() == most) {
            kept.removeFirst();
        }
        kept.addLast(sample);
    }

    synchronized List<Sample> all() {
        return List.copyOf(kept);
    }

    /** Null before the first. */
    synchronized Sample last() {
        return kept.peekLast();
    }

    /** How fast it went since the last look; 0 at the first, and where the book became smaller by a restore. */
    static double aSecond(Sample before, long posted, Instant now) {
        double seconds = before == null ? 0 : Duration.between(before.at(), now).toNanos() / 1e9;
        return seconds <= 0 ? 0 : Math.max(0, posted - before.posted()) / seconds;
    }
}
