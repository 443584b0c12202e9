package entrepot.platform.outbox;

import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Notes what a posting has to tell to each queue, in the posting's own transaction. */
@ApplicationScoped
public class Outbox {

    /** The queues that hear of every movement of stock. */
    public static final List<String> TOPICS = List.of("replenishment", "reprice");

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    public void announce(Handle handle, List<Long> postings) {
        if (postings.isEmpty()) {
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO outbox (id, topic, posting_seq, created_at) VALUES (?, ?, ?, ?)");
        for (long posting : postings) {
            TOPICS.forEach(topic -> batch.add(ids.next(), topic, posting, now));
        }
        batch.execute();
    }
}
