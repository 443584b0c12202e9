package entrepot.platform.retry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Runs a block that opens its own transaction, again when the database says that another was faster: 1020 (record
 * changed since read), 1205 (lock wait), 1213 (deadlock), 1062 (the same key was claimed meanwhile), or that the version
 * of a row went on. At most {@value #TRIES} tries, with jitter. The block must be without effect when it fails.
 */
@ApplicationScoped
public class Retry {

    static final int TRIES = 5;
    private static final Set<Integer> LOST_RACES = Set.of(1020, 1062, 1205, 1213);

    private final LongAdder retries = new LongAdder();

    public <T> T run(Supplier<T> block) {
        for (int attempt = 1; ; attempt++) {
            try {
                return block.get();
            } catch (RuntimeException failure) {
                if (attempt == TRIES || !lostRace(failure)) {
                    throw failure;
                }
                retries.increment();
                pause(attempt);
            }
        }
    }

    /** Races lost since the server started. */
    public long retries() {
        return retries.sum();
    }

    public static boolean lostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && LOST_RACES.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 10L << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to try again", interrupted);
        }
    }
}
