package entrepot.inventory.export.server;

import entrepot.inventory.export.BatchEntry;
import entrepot.inventory.export.ChartLine;
import entrepot.platform.company.Figures;
import entrepot.platform.retry.Retry;
import entrepot.platform.sql.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The numbered parts in which the journal goes out, and what is in each. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin"})
public class JournalBatches {

    static final String COLUMNS = "SELECT number, id, first_seal, last_seal, first_day, last_day, postings, line_count `lines`,"
            + " debits, made_at, made_by FROM journal_batch";

    @Inject
    private Figures figures;

    @Inject
    private Retry retry;

    @EJB
    private BatchTransaction transaction;

    /** @param isNew false where the same key made it before */
    public record Made(BatchRow batch, boolean isNew) {}

    /** Everything sealed since the batch before. @return empty where nothing was */
    @RolesAllowed({"accountant", "admin"})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Made> make(UUID key) {
        return retry.run(() -> transaction.make(key));
    }

    /** Newest first. @param before a number, or null for the start */
    public List<BatchRow> list(Long before, int limit) {
        return figures.read(handle -> handle
                .createQuery(COLUMNS + " WHERE :before IS NULL OR number < :before ORDER BY number DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(BatchRow.class)
                .list());
    }

    public Optional<BatchRow> find(long number) {
        return figures.read(handle -> handle
                .createQuery(COLUMNS + " WHERE number = ?").bind(0, number).mapTo(BatchRow.class).findOne());
    }

    static Optional<BatchRow> find(Handle handle, UUID key) {
        return handle.createQuery(COLUMNS + " WHERE id = ?").bind(0, Rows.bytes(key)).mapTo(BatchRow.class).findOne();
    }

    /** As it was when the batch was made. */
    public List<ChartLine> chart(long number) {
        return figures.read(handle -> handle
                .createQuery("SELECT code, name, kind, fresh FROM journal_batch_account WHERE batch_number = ? ORDER BY code")
                .bind(0, number)
                .mapTo(ChartLine.class)
                .list());
    }

    /** In the order of the seals. @param after the last seal of the part before */
    public List<BatchEntry> entries(BatchRow batch, long after, int postings) {
        return figures.read(handle -> Entries.grouped(handle
                .createQuery(Entries.LINES + " WHERE s.number > :after AND s.number <= :upTo ORDER BY s.number, j.business_date, j.line_no")
                .bind("after", Math.max(after, batch.firstSeal() - 1))
                .bind("upTo", Math.min(batch.lastSeal(), Math.max(after, batch.firstSeal() - 1) + postings))
                .mapTo(Entries.Line.class)
                .list()));
    }
}
