package entrepot.trading.pricing.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.pricing.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Prices that changed together; a row is written once. */
@ApplicationScoped
public class BatchTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    public enum Kind { APPROVAL, AUTOMATIC, ROLLBACK }

    /** @param document chosen by the client, or null; @param conflicts JSON, or null */
    record New(UUID document, Kind kind, String actor, String note, int changes, String conflicts, Long rollsBack) {}

    long add(New batch) {
        long id = ids.next();
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO price_batch (id, document, kind, actor, note, changes, conflicts,"
                        + " rolls_back_id, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, batch.document(), batch.kind().name(), batch.actor(), batch.note(), batch.changes(), batch.conflicts(),
                batch.rollsBack(), LocalDateTime.now(clock.withZone(ZoneOffset.UTC))));
        return id;
    }

    Optional<Kind> kind(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT kind FROM price_batch WHERE id = ?").bind(0, id).mapTo(Kind.class).findOne());
    }

    Optional<Long> rolledBackBy(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT id FROM price_batch WHERE rolls_back_id = ?").bind(0, id).mapTo(Long.class).findOne());
    }

    /** What the batch changed, by item. */
    List<Rollback.Change> changes(long id) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT h.id entry, h.item_id item, i.sku, h.price_before `before`, h.price `after` FROM price_history h"
                        + " JOIN item i ON i.id = h.item_id WHERE h.batch_id = ? ORDER BY h.item_id")
                .bind(0, id)
                .mapTo(Rollback.Change.class)
                .list());
    }
}
