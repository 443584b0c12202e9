package entrepot.platform.inbox;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Claims the sales a decision covers. Call it first in the transaction that decides: the claim and the decision commit
 * together, and two messages of one item decide one after the other.
 */
@ApplicationScoped
public class Inbox {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** The seals one decision covers: after {@code from}, up to and including {@code to}. */
    public record Claim(long from, long to) {}

    /**
     * Claims what is sealed by now, since a decision sees all of it: the messages that wait for the same item then find
     * their sales decided.
     *
     * @return empty where an earlier decision covers {@code watermark} already
     */
    public Optional<Claim> claim(String consumer, long item, long watermark) {
        return database.jdbi().withHandle(handle -> {
            long mark = lockMark(handle, consumer, item);
            if (mark >= watermark) {
                handle.execute("UPDATE inbox_mark SET duplicates = duplicates + 1 WHERE consumer = ? AND item_id = ?",
                        consumer, item);
                return Optional.empty();
            }
            long last = Math.max(watermark, lastSeal(handle));
            handle.execute("UPDATE inbox_mark SET seal = ? WHERE consumer = ? AND item_id = ?", last, consumer, item);
            handle.execute("INSERT INTO decision (id, consumer, item_id, from_seal, to_seal, decided_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    ids.next(), consumer, item, mark, last, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            return Optional.of(new Claim(mark, last));
        });
    }

    /** Waits for decisions on the item to end and keeps others out until the transaction ends. @return the last seal covered */
    public long hold(String consumer, long item) {
        return database.jdbi().withHandle(handle -> lockMark(handle, consumer, item));
    }

    private static long lastSeal(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM seal").mapTo(long.class).one();
    }

    /** Not INSERT IGNORE: those who wait for a new row then share its lock, and each waits for the others to write. */
    private static long lockMark(Handle handle, String consumer, long item) {
        handle.execute("INSERT INTO inbox_mark (consumer, item_id, seal) VALUES (?, ?, 0) ON DUPLICATE KEY UPDATE seal = seal",
                consumer, item);
        return handle.createQuery("SELECT seal FROM inbox_mark WHERE consumer = ? AND item_id = ? FOR UPDATE")
                .bind(0, consumer)
                .bind(1, item)
                .mapTo(long.class)
                .one();
    }
}
