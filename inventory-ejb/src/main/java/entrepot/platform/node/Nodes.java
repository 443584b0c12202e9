package entrepot.platform.node;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The rows of nodes. */
@ApplicationScoped
public class Nodes {

    @Inject
    private Database database;

    @Inject
    private ThisNode here;

    @Inject
    private Clock clock;

    /** Says that this node lives; a row of an earlier start becomes this one's. */
    void beat(LocalDateTime started) {
        LocalDateTime now = now();
        int seen = update("UPDATE node SET seen_at = ? WHERE run = ?", now, here.run());
        if (seen == 0) {
            update("INSERT INTO node (name, run, url, machine, message_port, started_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE run = VALUE(run), url = VALUE(url), machine = VALUE(machine),"
                            + " message_port = VALUE(message_port), started_at = VALUE(started_at), seen_at = VALUE(seen_at), left_at = NULL",
                    here.name(), here.run(), here.url(), here.machine(), here.messagePort(), started, now);
        }
    }

    /** What it held is free at once, and nobody waits for its silence. */
    void leave() {
        update("UPDATE node SET left_at = ? WHERE run = ?", now(), here.run());
        update("UPDATE lease SET until = ? WHERE owner = ?", now(), here.run());
    }

    /** By name, the dead among them. */
    public List<Node> all() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT name, run, url, started_at, seen_at, left_at FROM node ORDER BY name")
                .mapTo(Node.class)
                .list());
    }

    /** How many live, this one among them. */
    public int living() {
        LocalDateTime now = now();
        return (int) Math.max(1, all().stream().filter(node -> node.status(now) == Node.Status.LIVES).count());
    }

    /** Whether the book ever had another server than this. */
    public boolean hasOthers() {
        return all().stream().anyMatch(node -> !node.run().equals(here.run()));
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private int update(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> handle.execute(sql, values));
    }
}
