package entrepot.trading.market.server;

import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.flow.FlowExam.HeldLine;
import entrepot.trading.flow.FlowLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rows of files of flows that are not in their series. */
@ApplicationScoped
class HeldFlowTable {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    void add(long series, List<HeldLine> lines, long imported) {
        database.jdbi().useHandle(handle -> Batch.execute(handle, "INSERT INTO flow_quarantine"
                + " (id, series_id, line, reason, detail, row_text, import_id, held_at, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'HELD')",
                lines.stream().map(held -> new Object[] {ids.next(), series, held.line().line(), held.reason().name(), held.detail(), held.line().text(), imported,
                    now()})));
    }

    /** Whether a line with this number and text is held, or was dismissed. */
    Predicate<FlowLine> known(long series) {
        Set<String> known = new HashSet<>(database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT CONCAT(line, ':', row_text) FROM flow_quarantine WHERE series_id = ?").bind(0, series).mapTo(String.class).list()));
        return line -> known.contains(line.line() + ":" + line.text());
    }

    /** @param status null for all; @param after an id */
    List<HeldFlow> list(long series, HeldStatus status, long after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, line, reason, detail, row_text AS text, held_at, status, decided_at, decided_by, note FROM flow_quarantine"
                        + " WHERE series_id = :series AND id > :after AND (:status IS NULL OR status = :status) ORDER BY id LIMIT :limit")
                .bind("series", series)
                .bind("after", after)
                .bind("status", status == null ? null : status.name())
                .bind("limit", limit)
                .mapTo(HeldFlow.class)
                .list());
    }

    /** @return whether it was held */
    boolean dismiss(long series, long id, String actor, String note) {
        return database.jdbi().withHandle(handle -> handle.execute("UPDATE flow_quarantine SET status = 'DISMISSED', decided_at = ?, decided_by = ?, note = ?"
                + " WHERE series_id = ? AND id = ? AND status = 'HELD'", now(), actor, note, series, id)) == 1;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }
}
