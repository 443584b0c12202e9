package entrepot.platform.node;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** Which nodes there are and what each does. */
@Stateless
@RolesAllowed({"auditor", "admin"})
public class NodeReport {

    private static final Duration LISTED = Duration.ofDays(7);

    @Inject
    private Database database;

    @Inject
    private Nodes nodes;

    @Inject
    private ThisNode here;

    /**
     * A node, as seen from here.
     *
     * @param here whether it answers this very request
     * @param does the leases it holds: what one node does for all of them
     * @param jobs titles of the jobs that run on it
     */
    public record Seen(String name, String url, boolean here, Node.Status status, LocalDateTime startedAt, LocalDateTime seenAt,
            List<String> does, List<String> jobs) {

        public Seen {
            does = List.copyOf(does);
            jobs = List.copyOf(jobs);
        }
    }

    /** By name, those of the last week. */
    public List<Seen> nodes() {
        LocalDateTime now = nodes.now();
        return nodes.all().stream()
                .filter(node -> node.seenAt().isAfter(now.minus(LISTED)))
                .map(node -> new Seen(node.name(), node.url(), node.run().equals(here.run()), node.status(now), node.startedAt(), node.seenAt(),
                        texts("SELECT name FROM lease WHERE owner = ? AND until > ? ORDER BY name", node.run(), now),
                        texts("SELECT title FROM job WHERE lease_owner = ? AND lease_until > ? AND status = 'RUNNING' ORDER BY id", node.run(), now)))
                .toList();
    }

    private List<String> texts(String sql, String run, LocalDateTime now) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).bind(0, run).bind(1, now).mapTo(String.class).list());
    }
}
