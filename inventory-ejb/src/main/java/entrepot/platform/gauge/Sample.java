package entrepot.platform.gauge;

import entrepot.platform.inbox.DecisionLag.Lag;
import java.time.Instant;
import java.util.List;

/**
 * One look.
 *
 * @param posted   postings since the book began
 * @param aSecond  of them, since the look before
 * @param unsealed postings that are committed and not yet sealed
 * @param untold   rows of the outbox, a posting once for each queue
 * @param queues   what waits in them, in the order of {@code Outbox.TOPICS}
 * @param lags     from posting to decision, of the last postings
 */
public record Sample(Instant at, long posted, double aSecond, long unsealed, long untold, List<QueueDepths.Depth> queues, List<Lag> lags) {

    public Sample {
        queues = List.copyOf(queues);
        lags = List.copyOf(lags);
    }
}
