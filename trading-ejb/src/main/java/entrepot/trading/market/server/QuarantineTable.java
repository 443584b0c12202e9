package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.Bar;
import entrepot.trading.market.HeldBar;
import entrepot.trading.market.QuarantineReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows that were kept out of their series, and what persons decided about them. */
@ApplicationScoped
class QuarantineTable {

    private static final int BATCH = 1_000;
    private static final String ROW = "SELECT id, series_id series, time, open, high, low, close, volume, reason, detail, line, row_text text,"
            + " status, held_at, decided_at, decided_by, note FROM bar_quarantine ";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** @param time null where the row could not be read, as are the prices; decidedAt, decidedBy and note while it is held */
    record Row(long id, long series, Long time, Double open, Double high, Double low, Double close, Double volume, QuarantineReason reason,
            String detail, long line, String text, HeldStatus status, LocalDateTime heldAt, LocalDateTime decidedAt, String decidedBy, String note) {

        Bar bar() {
            return time == null ? null : new Bar(time, open, high, low, close, volume);
        }
    }

    /** What lies in the quarantine for the time of a file, whatever became of it, so that the same file adds nothing. */
    Predicate<HeldBar> known(long series, long from, long to) {
        Set<Bar> bars = new HashSet<>();
        Set<String> texts = new HashSet<>();
        database.jdbi().useHandle(handle -> handle
                .createQuery(ROW + "WHERE series_id = ? AND (time IS NULL OR time BETWEEN ? AND ?)")
                .bind(0, series)
                .bind(1, from)
                .bind(2, to)
                .mapTo(Row.class)
                .forEach(row -> {
                    if (row.time() == null) {
                        texts.add(row.text());
                    } else {
                        bars.add(row.bar());
                    }
                }));
        return held -> held.bar() == null ? texts.contains(held.text()) : bars.contains(held.bar());
    }

    void add(long series, Collection<HeldBar> rows, long imported) {
        LocalDateTime now = now();
        database.jdbi().useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO bar_quarantine (id, series_id, time, open, high, low, close, volume, reason,"
                    + " detail, line, row_text, import_id, status, held_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'HELD', ?)");
            for (HeldBar row : rows) {
                Optional<Bar> bar = Optional.ofNullable(row.bar());
                batch.add(ids.next(), series, bar.map(Bar::time).orElse(null), bar.map(Bar::open).orElse(null), bar.map(Bar::high).orElse(null),
                        bar.map(Bar::low).orElse(null), bar.map(Bar::close).orElse(null), bar.map(Bar::volume).orElse(null),
                        row.reason().name(), row.detail(), row.line(), row.text(), imported, now);
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** In the order they were held. @param status null for all */
    List<Row> list(long instrument, HeldStatus status, long after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ROW + "WHERE series_id IN (SELECT id FROM bar_series WHERE instrument_id = :instrument) AND id > :after"
                        + " AND (:status IS NULL OR status = :status) ORDER BY id LIMIT :limit")
                .bind("instrument", instrument)
                .bind("after", after)
                .bind("status", status == null ? null : status.name())
                .bind("limit", limit)
                .mapTo(Row.class)
                .list());
    }

    Optional<Row> find(long id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(ROW + "WHERE id = ?").bind(0, id).mapTo(Row.class).findOne());
    }

    /** @return false where it was released before, or dismissed and is not to be released */
    boolean decide(long id, HeldStatus status, String actor, String note) {
        LocalDateTime now = now();
        return database.jdbi().withHandle(handle -> {
            boolean open = handle.execute("UPDATE bar_quarantine SET status = ?, decided_at = ?, decided_by = ?, note = ?"
                    + " WHERE id = ? AND status NOT IN ('RELEASED', ?)", status.name(), now, actor, note, id, status.name()) == 1;
            if (open) {
                handle.execute("INSERT INTO bar_decision (id, row_id, status, at, actor, note) VALUES (?, ?, ?, ?, ?, ?)",
                        ids.next(), id, status.name(), now, actor, note);
            }
            return open;
        });
    }

    /** @param rowId of the row it is about */
    record Decided(long id, long rowId, HeldStatus status, LocalDateTime at, String actor, String note) {}

    /** Newest first. */
    List<Decided> decisions(long instrument, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT d.id, d.row_id, d.status, d.at, d.actor, d.note FROM bar_decision d JOIN bar_quarantine q ON q.id = d.row_id"
                        + " JOIN bar_series s ON s.id = q.series_id WHERE s.instrument_id = :instrument AND d.id < :before"
                        + " ORDER BY d.id DESC LIMIT :limit")
                .bind("instrument", instrument)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Decided.class)
                .list());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
