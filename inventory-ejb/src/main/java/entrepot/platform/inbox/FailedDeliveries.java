package entrepot.platform.inbox;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Counts how often a message failed, each time in a transaction of its own. While the database is away nothing can be
 * counted, so an outage, however long, makes no dead letters.
 */
@ApplicationScoped
class FailedDeliveries {

    static final int MOST = 12;
    private static final int LONGEST = 500;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void note(String message, Throwable failure) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO failed_delivery (message, tries, reason, failed_at)"
                        + " VALUES (?, 1, ?, ?) ON DUPLICATE KEY UPDATE tries = tries + 1, reason = VALUE(reason), failed_at = VALUE(failed_at)",
                message, reason(failure), LocalDateTime.now(clock.withZone(ZoneOffset.UTC))));
    }

    /** Why no further try is worth it; empty where one is. */
    public Optional<String> tooMany(String message) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT CONCAT('failed ', tries, ' times, at last: ', reason) FROM failed_delivery WHERE message = ? AND tries >= ?")
                .bind(0, message)
                .bind(1, MOST)
                .mapTo(String.class)
                .findOne());
    }

    /** In the transaction that is done with the message. */
    public void forget(String message) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM failed_delivery WHERE message = ?", message));
    }

    /** What broke first, as the layers around it only repeat that something did. */
    static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String text = first.getClass().getSimpleName() + ": " + first.getMessage();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
