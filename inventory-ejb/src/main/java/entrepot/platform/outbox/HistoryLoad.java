package entrepot.platform.outbox;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * While a history is brought in the queues hear nothing and nobody looks whether the book keeps its laws, so that at its end
 * one decision and one look an item stand for all its days.
 * Whoever brings it in says so again and again: when he falls silent, the queues hear what there is.
 */
@ApplicationScoped
public class HistoryLoad {

    private static final String NAME = "history";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    public void goesOn() {
        until(now().plus(PATIENCE));
    }

    public void ends() {
        until(now());
    }

    public boolean isUnderWay() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS(SELECT 1 FROM lease WHERE name = ? AND until > ?)")
                .bind(0, NAME)
                .bind(1, now())
                .mapTo(boolean.class)
                .one());
    }

    private void until(LocalDateTime end) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO lease (name, owner, until) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE until = VALUES(until)", NAME, NAME, end));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
