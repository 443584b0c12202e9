package entrepot.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    @Test
    void theTryAfterTheFifthLocks() {
        Guard five = tries(Guard.fresh(NOON), NOON, 5);
        assertThat(five.isLocked(NOON)).isFalse();
        assertThat(five.tried(NOON, 5).isLocked(NOON)).isTrue();
    }

    @Test
    void eachLockIsTwiceAsLongUpToAnHour() {
        Guard guard = Guard.fresh(NOON);
        Instant now = NOON;
        Duration[] expected = {minutes(1), minutes(2), minutes(4), minutes(8), minutes(16), minutes(32), minutes(60), minutes(60)};
        for (Duration lock : expected) {
            guard = tries(guard, now, 6);
            assertThat(Duration.between(now, guard.lockedUntil())).isEqualTo(lock);
            now = guard.lockedUntil();
        }
    }

    @Test
    void triesWhileLockedDoNotMakeTheLockLonger() {
        Guard locked = tries(Guard.fresh(NOON), NOON, 6);
        assertThat(tries(locked, NOON.plusSeconds(30), 100)).isEqualTo(locked);
    }

    @Test
    void slowTriesAreForgotten() {
        Guard guard = Guard.fresh(NOON);
        for (int hour = 0; hour < 48; hour++) {
            guard = guard.tried(NOON.plus(Duration.ofHours(hour)), 5);
        }
        assertThat(guard.lockedUntil()).isNull();
    }

    @Test
    void aDayOfQuietForgetsEarlierLocks() {
        Guard locked = tries(Guard.fresh(NOON), NOON, 6);
        Instant later = NOON.plus(Duration.ofHours(25));
        assertThat(Duration.between(later, tries(locked, later, 6).lockedUntil())).isEqualTo(minutes(1));
    }

    private static Guard tries(Guard guard, Instant now, int times) {
        Guard after = guard;
        for (int i = 0; i < times; i++) {
            after = after.tried(now, 5);
        }
        return after;
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
