package entrepot.trading.market.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import entrepot.trading.market.BarStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Who brought which file in, and what came of it. */
@ApplicationScoped
class ImportLog {

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    enum Kind { BARS, FACTORS, QUOTES, ORDERS, TRADES }

    /** @param step of bars; else null */
    record Entry(long id, Kind kind, BarStep step, String fileName, String mapping, long rowsRead, long added, long unchanged,
            long quarantined, LocalDateTime importedAt, String importedBy) {}

    long next() {
        return ids.next();
    }

    void add(long id, long instrument, Kind kind, BarStep step, MarketFile file, String mapping, Counts counts, String actor) {
        database.jdbi().useHandle(handle -> handle.execute("INSERT INTO market_import (id, instrument_id, kind, step, file_name, sha256, mapping,"
                        + " rows_read, added, unchanged, quarantined, imported_at, imported_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, instrument, kind.name(), step == null ? null : step.name(), file.name(), file.sha256(), mapping, counts.rows(),
                counts.added(), counts.unchanged(), counts.quarantined(), LocalDateTime.now(clock.withZone(ZoneOffset.UTC)), actor));
    }

    record Counts(long rows, long added, long unchanged, long quarantined) {}

    /** Newest first. */
    List<Entry> list(long instrument, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT id, kind, step, file_name, mapping, rows_read, added, unchanged, quarantined, imported_at, imported_by"
                        + " FROM market_import WHERE instrument_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .bind(0, instrument)
                .bind(1, before)
                .bind(2, limit)
                .mapTo(Entry.class)
                .list());
    }
}
