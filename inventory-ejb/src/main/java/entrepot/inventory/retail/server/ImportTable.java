package entrepot.inventory.retail.server;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.time.LocalDateTime;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of imports. */
@ApplicationScoped
public class ImportTable {

    private static final String COLUMNS = "SELECT id, kind, status, keep_duplicates, location, created_at, created_by, job_id,"
            + " findings, reconciliation FROM import_batch";

    @Inject
    private Database database;

    boolean add(ImportBatch batch) {
        return update("INSERT IGNORE INTO import_batch (id, kind, status, keep_duplicates, location, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                Rows.bytes(batch.id()), batch.kind(), batch.status().name(), batch.keepDuplicates(), batch.location(),
                batch.createdAt(), batch.createdBy()) == 1;
    }

    public Optional<ImportBatch> find(UUID id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, Rows.bytes(id)).mapTo(ImportBatch.class).findOne());
    }

    /** Newest first. */
    public List<ImportBatch> list(LocalDateTime before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COLUMNS + " WHERE created_at < ? ORDER BY created_at DESC, id LIMIT ?")
                .bind(0, before)
                .bind(1, limit)
                .mapTo(ImportBatch.class)
                .list());
    }

    public List<ImportFile> files(UUID batch) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT name, bytes, sha256 FROM import_file WHERE batch_id = ? ORDER BY name")
                .bind(0, Rows.bytes(batch))
                .mapTo(ImportFile.class)
                .list());
    }

    void keep(UUID batch, ImportFile file) {
        update("REPLACE INTO import_file (batch_id, name, bytes, sha256) VALUES (?, ?, ?, ?)",
                Rows.bytes(batch), file.name(), file.bytes(), file.sha256());
        update("UPDATE import_batch SET status = 'NEW', findings = NULL WHERE id = ?", Rows.bytes(batch));
    }

    /** Another batch with a file of the same content that is posted or on its way. */
    Optional<UUID> postedElsewhere(UUID batch) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT b.id FROM import_file f JOIN import_file o ON o.sha256 = f.sha256 AND o.batch_id <> f.batch_id"
                        + " JOIN import_batch b ON b.id = o.batch_id"
                        + " WHERE f.batch_id = ? AND b.status IN ('POSTING', 'POSTED', 'UNDOING') LIMIT 1")
                .bind(0, Rows.bytes(batch))
                .map((row, context) -> Rows.uuid(row.getBytes(1)))
                .findOne());
    }

    /** @return false where it is in none of the states it must be in */
    boolean moves(UUID batch, ImportBatch.Status to, List<ImportBatch.Status> from) {
        return database.jdbi().withHandle(handle -> handle
                .createUpdate("UPDATE import_batch SET status = :to WHERE id = :id AND status IN (<from>)")
                .bind("to", to.name())
                .bind("id", Rows.bytes(batch))
                .bindList("from", from.stream().map(Enum::name).toList())
                .execute()) == 1;
    }

    void job(UUID batch, long job) {
        update("UPDATE import_batch SET job_id = ? WHERE id = ?", job, Rows.bytes(batch));
    }

    void reconciled(UUID batch, String report) {
        update("UPDATE import_batch SET reconciliation = ? WHERE id = ?", report, Rows.bytes(batch));
    }

    void found(UUID batch, String findings) {
        update("UPDATE import_batch SET findings = ?, status = IF(status = 'NEW', 'CHECKED', status) WHERE id = ?",
                findings, Rows.bytes(batch));
    }

    void forget(UUID batch) {
        update("DELETE FROM import_rejection WHERE batch_id = ?", Rows.bytes(batch));
        update("DELETE FROM import_reason WHERE batch_id = ?", Rows.bytes(batch));
    }

    void reasons(UUID batch, List<Findings.Reason> reasons) {
        database.jdbi().useHandle(handle -> {
            PreparedBatch rows = handle.prepareBatch(
                    "INSERT INTO import_reason (batch_id, fate, code, rows_read, units, amount) VALUES (?, ?, ?, ?, ?, ?)");
            reasons.forEach(one ->
                    rows.add(Rows.bytes(batch), one.fate(), one.code(), one.rows(), one.units(), one.amount()));
            rows.execute();
        });
    }

    void reject(UUID batch, List<Rejection> rejections) {
        database.jdbi().useHandle(handle -> {
            PreparedBatch rows = handle.prepareBatch("INSERT INTO import_rejection"
                    + " (batch_id, file_no, line_no, file_name, fate, reason, row_text) VALUES (?, ?, ?, ?, ?, ?, ?)");
            rejections.forEach(one -> rows.add(Rows.bytes(batch), one.fileNo(), one.lineNo(), one.fileName(), one.fate(),
                    cut(one.reason(), 400), cut(one.rowText(), 1000)));
            rows.execute();
        });
    }

    /** In the order of the files, after a place. */
    public List<Rejection> rejections(UUID batch, int afterFile, long afterLine, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT file_no, line_no, file_name, fate, reason, row_text FROM import_rejection"
                        + " WHERE batch_id = ? AND (file_no > ? OR (file_no = ? AND line_no > ?)) ORDER BY file_no, line_no LIMIT ?")
                .bind(0, Rows.bytes(batch))
                .bind(1, afterFile)
                .bind(2, afterFile)
                .bind(3, afterLine)
                .bind(4, limit)
                .mapTo(Rejection.class)
                .list());
    }

    private int update(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> handle.execute(sql, values));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
