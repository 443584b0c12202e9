package entrepot.platform.job;

import java.time.LocalDateTime;

/**
 * A job as its row says.
 *
 * @param parameters JSON
 * @param total      0 while nobody knows
 * @param outcome    JSON, or null
 * @param failure    why it failed, or null
 * @param createdAt  UTC, as all times here
 */
public record Job(
        long id,
        String kind,
        String title,
        String parameters,
        Status status,
        long done,
        long total,
        String outcome,
        String failure,
        String requestedBy,
        int attempts,
        boolean cancelAsked,
        LocalDateTime createdAt,
        LocalDateTime startedAt,
        LocalDateTime finishedAt) {

    public enum Status {
        QUEUED, RUNNING, DONE, FAILED, CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** 0 to 100; 100 exactly where all is done. */
    public int percent() {
        if (status == Status.DONE) {
            return 100;
        }
        return total <= 0 ? 0 : (int) Math.min(99, 100 * done / total);
    }
}
