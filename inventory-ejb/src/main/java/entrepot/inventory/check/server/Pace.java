package entrepot.inventory.check.server;

import java.time.Duration;

/** Leaves the machine to others: what took a second is done again after nineteen, what took long after four minutes. */
final class Pace {

    private static final int PARTS = 20;

    /** Less than after what time {@link ProofReport#stale} says that nobody looks. */
    private static final long LONGEST = Duration.ofMinutes(4).toNanos();

    private long due = System.nanoTime();

    /** Does the work, or leaves it for a later call. */
    void keep(Runnable work) {
        long begun = System.nanoTime();
        if (begun - due < 0) {
            return;
        }
        try {
            work.run();
        } finally {
            long ended = System.nanoTime();
            due = ended + Math.min((PARTS - 1) * (ended - begun), LONGEST);
        }
    }
}
