package entrepot.platform.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How often one user or one address tried. Each try is counted before the password is looked at; the try after the last
 * one allowed locks, each further lock twice as long. A day of quiet forgets everything.
 *
 * @param lockedUntil null where it never was locked
 */
record Guard(int tries, Instant since, int lockOuts, Instant lockedUntil) {

    static final int TRIES_A_USER = 5;
    static final int TRIES_AN_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    static final Duration LONGEST_LOCK = Duration.ofHours(1);
    static final Duration FORGET = Duration.ofDays(1);

    static Guard fresh(Instant now) {
        return new Guard(0, now, 0, null);
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** With one more try, and locked if that was one too many. A locked guard stays as it is. */
    Guard tried(Instant now, int allowed) {
        if (isLocked(now)) {
            return this;
        }
        Guard begun = begun(now);
        return begun.tries < allowed
                ? new Guard(begun.tries + 1, begun.since, begun.lockOuts, begun.lockedUntil)
                : new Guard(0, now, begun.lockOuts + 1, now.plus(lock(begun.lockOuts)));
    }

    /** Without the try that turned out to be right. */
    Guard withoutOne() {
        return new Guard(Math.max(0, tries - 1), since, lockOuts, lockedUntil);
    }

    private Guard begun(Instant now) {
        if (now.isAfter(since.plus(FORGET))) {
            return fresh(now);
        }
        return now.isAfter(since.plus(WINDOW)) ? new Guard(0, now, lockOuts, lockedUntil) : this;
    }

    private static Duration lock(int before) {
        Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(before, 20));
        return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
    }
}
