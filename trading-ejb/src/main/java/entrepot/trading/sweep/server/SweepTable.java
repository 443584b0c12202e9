package entrepot.trading.sweep.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.StoredJson;
import entrepot.trading.sweep.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of sweeps. They are only added. */
@ApplicationScoped
class SweepTable {

    private static final String COLUMNS = "SELECT number, id, symbol, symbols, asked, job_id, created_at, created_by FROM sweep";

    @Inject
    private Database database;

    private record ResultRow(String currency, String dataHash, String resultHash, String summary, LocalDateTime finishedAt) {
        SweepFigures figures() {
            return new SweepFigures(currency, dataHash, resultHash, StoredJson.read(summary, Summary.class), finishedAt);
        }
    }

    void add(SweepRow row) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO sweep (number, id, symbol, symbols, asked, job_id, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row.number(), row.id(), row.symbol(), row.symbols(), row.asked(), row.jobId(), row.createdAt(), row.createdBy()));
    }

    Optional<SweepRow> find(UUID id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, id).mapTo(SweepRow.class).findOne());
    }

    /** Newest first. @param symbol null for all */
    List<SweepRow> list(String symbol, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE number < :before AND (:symbol IS NULL OR symbol = :symbol"
                        + " OR CONCAT(' ', symbols, ' ') LIKE CONCAT('% ', :symbol, ' %')) ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("symbol", symbol)
                .bind("limit", limit)
                .mapTo(SweepRow.class)
                .list());
    }

    int chunks(long sweep) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM sweep_chunk WHERE sweep = ?").bind(0, sweep).mapTo(int.class).one());
    }

    /** The numbers of those that are there, from one on. */
    List<Integer> chunksFrom(long sweep, int first) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT chunk FROM sweep_chunk WHERE sweep = ? AND chunk >= ? ORDER BY chunk")
                .bind(0, sweep)
                .bind(1, first)
                .mapTo(Integer.class)
                .list());
    }

    boolean hasChunk(long sweep, int chunk) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM sweep_chunk WHERE sweep = ? AND chunk = ?)")
                .bind(0, sweep)
                .bind(1, chunk)
                .mapTo(boolean.class)
                .one());
    }

    /** Does nothing where it is there: the same question and bars make the same bytes. */
    void addChunk(long sweep, int chunk, byte[] content) {
        database.jdbi().useHandle(handle ->
                handle.execute("INSERT IGNORE INTO sweep_chunk (sweep, chunk, content) VALUES (?, ?, ?)", sweep, chunk, content));
    }

    Optional<byte[]> chunk(long sweep, int chunk) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT content FROM sweep_chunk WHERE sweep = ? AND chunk = ?")
                .bind(0, sweep)
                .bind(1, chunk)
                .mapTo(byte[].class)
                .findOne());
    }

    void addResult(long sweep, SweepFigures found) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO sweep_result (sweep, currency, data_hash, result_hash, summary, finished_at) VALUES (?, ?, ?, ?, ?, ?)",
                sweep, found.currency(), found.dataHash(), found.resultHash(), StoredJson.write(found.summary()), found.finishedAt()));
    }

    Optional<SweepFigures> result(long sweep) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT currency, data_hash, result_hash, summary, finished_at FROM sweep_result WHERE sweep = ?")
                .bind(0, sweep)
                .mapTo(ResultRow.class)
                .findOne()
                .map(ResultRow::figures));
    }
}
