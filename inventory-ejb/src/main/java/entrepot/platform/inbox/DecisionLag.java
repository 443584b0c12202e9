package entrepot.platform.inbox;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long after a posting was recorded a consumer had decided on it, for each item of each of the last postings, of a thousand at most. */
@ApplicationScoped
public class DecisionLag {

    private static final int MOST = 1000;

    @Inject
    private Database database;

    /**
     * Milliseconds from posting to decision.
     *
     * @param measured items of postings that are decided
     * @param waiting  those that are not yet
     */
    public record Lag(String consumer, int measured, int waiting, long p50Millis, long p99Millis, long mostMillis) {}

    record Moved(long seal, long item, LocalDateTime at) {}

    record Decided(long item, long from, long to, LocalDateTime at) {}

    public Lag last(String consumer, int postings) {
        List<Moved> moved = moved(postings);
        return measure(consumer, moved, moved.isEmpty() ? List.of() : decided(consumer, moved));
    }

    static Lag measure(String consumer, List<Moved> moved, List<Decided> decided) {
        Map<Long, TreeMap<Long, Decided>> byItem = decided.stream().collect(Collectors.groupingBy(Decided::item,
                Collectors.toMap(Decided::to, decision -> decision, (one, same) -> one, TreeMap::new)));
        List<Long> millis = new ArrayList<>();
        for (Moved one : moved) {
            var covering = byItem.getOrDefault(one.item(), new TreeMap<>()).ceilingEntry(one.seal());
            if (covering != null) {
                millis.add(Math.max(0, Duration.between(one.at(), covering.getValue().at()).toMillis()));
            }
        }
        Collections.sort(millis);
        return new Lag(consumer, millis.size(), moved.size() - millis.size(),
                share(millis, 0.50), share(millis, 0.99), share(millis, 1));
    }

    /** The least value that this share of all do not exceed; 0 of none. */
    private static long share(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private List<Moved> moved(int postings) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT DISTINCT s.number seal, m.item_id item, p.recorded_at at"
                        + " FROM (SELECT number, posting_seq FROM seal ORDER BY number DESC LIMIT ?) s"
                        + " JOIN posting p ON p.seq = s.posting_seq JOIN movement m ON m.posting_seq = p.seq LIMIT " + MOST)
                .bind(0, postings)
                .mapTo(Moved.class)
                .list());
    }

    /** Decisions of an item follow each other without gap, so the last before the first seal may reach beyond it. */
    private List<Decided> decided(String consumer, List<Moved> moved) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT d.item_id item, d.from_seal `from`, d.to_seal `to`, d.decided_at at FROM decision d"
                        + " WHERE d.consumer = :consumer AND d.item_id IN (<items>) AND d.from_seal >= COALESCE("
                        + "(SELECT MAX(b.from_seal) FROM decision b WHERE b.consumer = d.consumer AND b.item_id = d.item_id"
                        + " AND b.from_seal < :first), 0)")
                .bind("consumer", consumer)
                .bind("first", moved.stream().mapToLong(Moved::seal).min().orElseThrow())
                .bindList("items", moved.stream().map(Moved::item).distinct().toList())
                .mapTo(Decided.class)
                .list());
    }
}
