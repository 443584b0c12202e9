package entrepot.trading.market.server;

import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Series of flows, in parts that are only added. */
@ApplicationScoped
class FlowTable {

    private static final String SERIES = "SELECT s.id, s.kind, s.size, s.first_time, s.last_time, s.gaps, s.data_hash,"
            + " (SELECT COUNT(*) FROM flow_quarantine q WHERE q.series_id = s.id AND q.status = 'HELD') AS held FROM flow_series s WHERE s.instrument_id = ?";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    List<FlowSeries> list(long instrument) {
        return database.jdbi().withHandle(handle -> handle.createQuery(SERIES + " ORDER BY s.kind").bind(0, instrument).mapTo(FlowSeries.class).list());
    }

    Optional<FlowSeries> find(long instrument, FlowKind kind) {
        return list(instrument).stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** Makes it where it is not there yet. */
    long lock(long instrument, FlowKind kind) {
        return database.jdbi().withHandle(handle -> {
            handle.execute("INSERT IGNORE INTO flow_series (id, instrument_id, kind) VALUES (?, ?, ?)", ids.next(), instrument, kind.name());
            return handle.createQuery("SELECT id FROM flow_series WHERE instrument_id = ? AND kind = ? FOR UPDATE").bind(0, instrument).bind(1, kind.name())
                    .mapTo(Long.class).one();
        });
    }

    private record Part(int size, byte[] content) {}

    /** All rows. */
    Flow read(long series, FlowKind kind) {
        return Flow.joined(kind, database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT size, content FROM flow_part WHERE series_id = ? ORDER BY first_row")
                .bind(0, series)
                .mapTo(Part.class)
                .map(part -> Flow.unpacked(kind, part.size(), part.content()))
                .list()));
    }

    /** Rows from a place on, as many as one part has at most. @param row from 0 */
    Flow rows(long series, FlowKind kind, long row, int limit) {
        record Place(long firstRow, int size, byte[] content) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT first_row, size, content FROM flow_part WHERE series_id = ? AND first_row <= ? ORDER BY first_row DESC LIMIT 1")
                .bind(0, series)
                .bind(1, row)
                .map((found, context) -> new Place(found.getLong(1), found.getInt(2), found.getBytes(3)))
                .findOne())
                .map(part -> {
                    int from = (int) Math.min(part.size(), row - part.firstRow());
                    return Flow.unpacked(kind, part.size(), part.content()).slice(from, Math.min(part.size(), from + limit));
                })
                .orElseGet(() -> Flow.of(kind, List.of()));
    }

    /** The first row of the part that a moment is in or before; so many rows before it nothing is as late. @param nanos of the epoch */
    long firstRow(long series, long nanos) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COALESCE(MAX(first_row), 0) FROM flow_part WHERE series_id = ? AND first_time < ?")
                .bind(0, series)
                .bind(1, nanos)
                .mapTo(long.class)
                .one());
    }

    /** The caller holds the lock. @param all rows, with the first {@code had} that are there; @param written hears how many rows are, and may throw to stop it */
    void append(long series, Flow all, int had, List<FlowGap> gaps, long imported, IntConsumer written) {
        for (int from = had; from < all.size(); from += Flow.PART) {
            Flow part = all.slice(from, Math.min(all.size(), from + Flow.PART));
            long first = from;
            database.jdbi().useHandle(handle -> handle.execute("INSERT INTO flow_part (series_id, first_row, size, first_time, last_time, content, import_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)", series, first, part.size(), part.time(0), part.time(part.size() - 1), part.packed(), imported));
            written.accept(from - had + part.size());
        }
        if (all.size() > had) {
            recount(series, all, gaps);
        }
    }

    private void recount(long series, Flow all, List<FlowGap> gaps) {
        database.jdbi().useHandle(handle -> {
            handle.execute("DELETE FROM flow_gap WHERE series_id = ?", series);
            Batch.execute(handle, "INSERT INTO flow_gap (series_id, after_time, before_time) VALUES (?, ?, ?)",
                    gaps.stream().map(gap -> new Object[] {series, gap.after(), gap.before()}));
            handle.execute("UPDATE flow_series SET size = ?, first_time = ?, last_time = ?, gaps = ?, data_hash = ? WHERE id = ?", all.size(), all.time(0),
                    all.time(all.size() - 1), gaps.size(), all.hash(), series);
        });
    }

    List<FlowGap> gaps(long series, long after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT after_time `after`, before_time `before` FROM flow_gap WHERE series_id = ? AND after_time > ? ORDER BY after_time LIMIT ?")
                .bind(0, series)
                .bind(1, after)
                .bind(2, limit)
                .mapTo(FlowGap.class)
                .list());
    }
}
