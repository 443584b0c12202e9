package entrepot.platform.lease;

import entrepot.platform.node.ThisNode;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rows that say who works until when. Work done under a lease must still be harmless when two do it. */
@ApplicationScoped
public class Leases {

    @Inject
    private Database database;

    @Inject
    private ThisNode here;

    @Inject
    private Clock clock;

    private final Map<String, LocalDateTime> held = new ConcurrentHashMap<>();

    /** @return whether this node holds {@code name} for at least half of {@code length} from now */
    public boolean hold(String name, Duration length) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        LocalDateTime until = held.get(name);
        if (until != null && until.isAfter(now.plus(length.dividedBy(2)))) {
            return true;
        }
        boolean mine = take(name, now, now.plus(length));
        if (mine) {
            held.put(name, now.plus(length));
        } else {
            held.remove(name);
        }
        return mine;
    }

    private boolean take(String name, LocalDateTime now, LocalDateTime until) {
        return database.jdbi().withHandle(handle -> {
            handle.execute("INSERT IGNORE INTO lease (name, owner, until) VALUES (?, ?, ?)", name, here.run(), now);
            return handle.execute("UPDATE lease SET owner = ?, until = ? WHERE name = ? AND (owner = ? OR until <= ?)",
                    here.run(), until, name, here.run(), now) == 1;
        });
    }
}
