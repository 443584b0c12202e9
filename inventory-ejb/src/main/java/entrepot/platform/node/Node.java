package entrepot.platform.node;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A server of this book.
 *
 * @param name      the same at each start
 * @param run       of its last start alone
 * @param startedAt UTC, as all times here
 * @param leftAt    null unless it stopped in order
 */
public record Node(String name, String run, String url, LocalDateTime startedAt, LocalDateTime seenAt, LocalDateTime leftAt) {

    /** Who says nothing for so long is taken for dead. */
    public static final Duration SILENCE = Duration.ofSeconds(10);

    public enum Status {
        LIVES, STOPPED, SILENT
    }

    public Status status(LocalDateTime now) {
        if (leftAt != null) {
            return Status.STOPPED;
        }
        return seenAt.isBefore(now.minus(SILENCE)) ? Status.SILENT : Status.LIVES;
    }
}
