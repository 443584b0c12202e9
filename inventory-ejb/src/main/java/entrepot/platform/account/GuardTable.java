package entrepot.platform.account;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The rows of guards. A change locks its row first, so tries at the same moment are counted one after the other. */
@ApplicationScoped
class GuardTable {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    private record Row(int tries, LocalDateTime since, int lockOuts, LocalDateTime lockedUntil) {
        Guard guard() {
            return new Guard(tries, instant(since), lockOuts, instant(lockedUntil));
        }
    }

    /** Counts a try in a transaction of its own: whatever becomes of the caller's, it stays counted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Guard count(String subject, int allowed) {
        return change(subject, guard -> guard.tried(clock.instant(), allowed));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgive(String subject) {
        change(subject, Guard::withoutOne);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void clear(String subject) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM login_guard WHERE subject = ?", subject));
    }

    /** Whether the next try would find it locked. */
    boolean isShut(String subject, int allowed) {
        Instant now = clock.instant();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT tries, since, lock_outs, locked_until FROM login_guard WHERE subject = ?")
                .bind(0, subject)
                .mapTo(Row.class)
                .findOne()
                .map(row -> row.guard().tried(now, allowed).isLocked(now))
                .orElse(false));
    }

    /** The locked first, then by tries. */
    List<Tries> list(int limit) {
        Instant now = clock.instant();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT subject, tries, lock_outs, locked_until FROM login_guard"
                        + " WHERE tries > 0 OR locked_until > :now ORDER BY locked_until > :now DESC, tries DESC, subject LIMIT :limit")
                .bind("now", local(now))
                .bind("limit", limit)
                .map((row, context) -> tries(row, now))
                .list());
    }

    Optional<Tries> find(String subject) {
        Instant now = clock.instant();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT subject, tries, lock_outs, locked_until FROM login_guard WHERE subject = ?")
                .bind(0, subject)
                .map((row, context) -> tries(row, now))
                .findOne());
    }

    private static Tries tries(ResultSet row, Instant now) throws SQLException {
        return new Tries(row.getString("subject"), row.getInt("tries"), row.getInt("lock_outs"),
                later(row.getObject("locked_until", LocalDateTime.class), now));
    }

    private static LocalDateTime later(LocalDateTime until, Instant now) {
        return until != null && until.isAfter(local(now)) ? until : null;
    }

    /** Drops what counts no more. */
    void sweep() {
        LocalDateTime old = local(clock.instant().minus(Guard.FORGET));
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM login_guard WHERE since < ?", old));
    }

    private Guard change(String subject, UnaryOperator<Guard> change) {
        return database.jdbi().withHandle(handle -> {
            Guard before = lock(handle, subject);
            Guard after = change.apply(before);
            if (!after.equals(before)) {
                handle.execute("UPDATE login_guard SET tries = ?, since = ?, lock_outs = ?, locked_until = ? WHERE subject = ?",
                        after.tries(), local(after.since()), after.lockOuts(), local(after.lockedUntil()), subject);
            }
            return after;
        });
    }

    private Guard lock(Handle handle, String subject) {
        handle.execute("INSERT INTO login_guard (subject, tries, since, lock_outs) VALUES (?, 0, ?, 0)"
                + " ON DUPLICATE KEY UPDATE subject = subject", subject, local(clock.instant()));
        return handle.createQuery("SELECT tries, since, lock_outs, locked_until FROM login_guard WHERE subject = ? FOR UPDATE")
                .bind(0, subject)
                .mapTo(Row.class)
                .one()
                .guard();
    }

    private static LocalDateTime local(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime moment) {
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
}
