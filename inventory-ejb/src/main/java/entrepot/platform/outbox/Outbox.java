package entrepot.platform.outbox;

import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Notes what a posting has to tell to each queue, in the posting's own transaction. */
@ApplicationScoped
public class Outbox {

    /** The queues that hear of every movement of stock. */
    public static final List<String> TOPICS = List.of("replenishment", "reprice");

    /** What a source begins with whose postings are told at its end, once an item, by {@link #announceLast}. */
    public static final String TOLD_AT_THE_END = "import:";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    public void announce(Handle handle, List<Long> postings) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        Batch.execute(handle, "INSERT INTO outbox (id, topic, posting_seq, created_at) VALUES (?, ?, ?, ?)",
                postings.stream().flatMap(posting ->
                        TOPICS.stream().map(topic -> new Object[] {ids.next(), topic, posting, now})));
    }

    public static boolean isToldAtOnce(String source) {
        return source == null || !source.startsWith(TOLD_AT_THE_END);
    }

    /**
     * Tells of the last movement of each item by a source, which stands for all before it. A million rows brought in are
     * one decision an item; without it there would be one for each second of the import.
     */
    public void announceLast(Handle handle, String source) {
        announce(handle, handle
                .createQuery("SELECT DISTINCT last FROM (SELECT MAX(m.posting_seq) last FROM posting p"
                        + " JOIN movement m ON m.posting_seq = p.seq WHERE p.source = ? GROUP BY m.item_id) items")
                .bind(0, source)
                .mapTo(Long.class)
                .list());
    }

    /**
     * Tells of a movement of each item that moved after its last decision. What was told before and lies in a queue has no effect a
     * second time. Looks through all that was ever sealed. @return how many rows
     */
    public int announceUndecided() {
        return database.jdbi().withHandle(handle -> TOPICS.stream().mapToInt(topic -> announceUndecided(handle, topic)).sum());
    }

    private int announceUndecided(Handle handle, String topic) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        List<Long> undecided = handle
                .createQuery("SELECT DISTINCT last FROM (SELECT MAX(m.posting_seq) last FROM seal s JOIN movement m"
                        + " ON m.posting_seq = s.posting_seq LEFT JOIN inbox_mark k ON k.consumer = ? AND k.item_id = m.item_id"
                        + " WHERE s.number > COALESCE(k.seal, 0) GROUP BY m.item_id) items")
                .bind(0, topic)
                .mapTo(Long.class)
                .list();
        Batch.execute(handle, "INSERT INTO outbox (id, topic, posting_seq, created_at) VALUES (?, ?, ?, ?)",
                undecided.stream().map(posting -> new Object[] {ids.next(), topic, posting, now}));
        return undecided.size();
    }
}
