package entrepot.platform.job;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** A sort of long work. Two jobs of one kind never run at the same time. */
public interface JobKind {

    /** Stable, kebab-case, at most 48 characters, e.g. {@code ledger-check}. */
    String name();

    /** What people read, e.g. {@code Check the ledger}. */
    String title();

    /**
     * Does the work, outside of a transaction, as role {@code system}. May be called again for the same job after a
     * crash, a restart or a failure: goes on from the checkpoint, and doing a part twice changes nothing. What it throws
     * makes the job fail with that message.
     */
    void run(JobRun run);

    /** The time of day, in the company's zone, at which it runs by itself. */
    default Optional<LocalTime> nightlyAt() {
        return Optional.empty();
    }

    /** Roles that may run, cancel and retry it by hand; an admin always may. */
    default Set<String> runners() {
        return Set.of();
    }

    /** Whether "run now" with no parameters makes sense. */
    default boolean needsNoParameters() {
        return nightlyAt().isPresent();
    }
}
