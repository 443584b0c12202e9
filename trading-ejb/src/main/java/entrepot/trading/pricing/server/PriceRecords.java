package entrepot.trading.pricing.server;

import entrepot.platform.sql.Database;
import entrepot.trading.pricing.Advice;
import entrepot.trading.pricing.Rollback;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** How prices came about: history, proposals and batches with the numbers behind them. For those who see margins. */
@Stateless
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
public class PriceRecords {

    @Inject
    private Database database;

    /**
     * A price that was in force.
     *
     * @param before   null for the first
     * @param words    why, in sentences
     * @param advice   every number behind it; null where a person set it
     * @param reverses the entry it takes back, or null
     */
    public record Entry(
            long id, String sku, PriceTable.Cause cause, BigDecimal before, BigDecimal price, BigDecimal basePrice,
            LocalDateTime from, String actor, List<String> words, Advice advice, Long batch, Long proposal, Long reverses) {}

    record EntryRow(
            long id, String sku, PriceTable.Cause cause, BigDecimal priceBefore, BigDecimal price, BigDecimal basePrice,
            LocalDateTime fromAt, String actor, String reason, Long batchId, Long proposalId, Long reversesId) {

        Entry entry() {
            return new Entry(id, sku, cause, priceBefore, price, basePrice, fromAt, actor, ReasonJson.words(reason),
                    ReasonJson.advice(reason), batchId, proposalId, reversesId);
        }
    }

    private static final String ENTRY = "SELECT h.id, i.sku, h.cause, h.price_before, h.price, h.base_price, h.from_at, h.actor,"
            + " h.reason, h.batch_id, h.proposal_id, h.reverses_id FROM price_history h JOIN item i ON i.id = h.item_id WHERE ";

    /** Newest first. @param before an id, or {@code Long.MAX_VALUE} */
    public List<Entry> history(String sku, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ENTRY + "i.sku = ? AND h.id < ? ORDER BY h.id DESC LIMIT ?")
                .bind(0, sku)
                .bind(1, before)
                .bind(2, limit)
                .mapTo(EntryRow.class)
                .map(EntryRow::entry)
                .list());
    }

    public Optional<Entry> entry(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(ENTRY + "h.id = ?").bind(0, id).mapTo(EntryRow.class).map(EntryRow::entry).findOne());
    }

    /** Which changes of prices; null: no condition. @param from and to: UTC, to not included */
    public record Filter(PriceTable.Cause cause, String actor, String sku, LocalDateTime from, LocalDateTime to) {}

    /** Who changed prices, newest first. @param before an id, or {@code Long.MAX_VALUE} */
    public List<Entry> changes(Filter filter, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ENTRY + "h.id < :before AND (:cause IS NULL OR h.cause = :cause) AND (:actor IS NULL OR h.actor = :actor)"
                        + " AND (:sku IS NULL OR i.sku = :sku) AND (:from IS NULL OR h.from_at >= :from)"
                        + " AND (:to IS NULL OR h.from_at < :to) ORDER BY h.id DESC LIMIT :limit")
                .bind("before", before)
                .bind("cause", filter.cause() == null ? null : filter.cause().name())
                .bind("actor", filter.actor())
                .bind("sku", filter.sku())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("limit", limit)
                .mapTo(EntryRow.class)
                .map(EntryRow::entry)
                .list());
    }

    /** A proposal. @param seal the last sale it covers; @param closedBy null while open */
    public record Proposal(
            long id, String sku, String name, ProposalTable.Status status, BigDecimal before, BigDecimal price, BigDecimal unitCost,
            Advice advice, long seal, LocalDateTime madeAt, Long batch, LocalDateTime closedAt, String closedBy, String note) {}

    record ProposalRow(
            long id, String sku, String name, ProposalTable.Status status, BigDecimal priceBefore, BigDecimal price,
            BigDecimal unitCost, String reason, long seal, LocalDateTime madeAt, Long batchId, LocalDateTime closedAt,
            String closedBy, String note) {

        Proposal proposal() {
            return new Proposal(id, sku, name, status, priceBefore, price, unitCost, ReasonJson.advice(reason), seal, madeAt,
                    batchId, closedAt, closedBy, note);
        }
    }

    private static final String PROPOSAL = "SELECT p.id, i.sku, i.name, p.status, p.price_before, p.price, p.unit_cost, p.reason,"
            + " p.seal, p.made_at, p.batch_id, p.closed_at, p.closed_by, p.note FROM price_proposal p JOIN item i ON i.id = p.item_id WHERE ";

    /** Newest first. @param status null for all; @param sku null for all */
    public List<Proposal> proposals(ProposalTable.Status status, String sku, long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(PROPOSAL + "p.id < :before AND (:status IS NULL OR p.status = :status)"
                        + " AND (:sku IS NULL OR i.sku = :sku) ORDER BY p.id DESC LIMIT :limit")
                .bind("before", before)
                .bind("limit", limit)
                .bind("status", status == null ? null : status.name())
                .bind("sku", sku)
                .mapTo(ProposalRow.class)
                .map(ProposalRow::proposal)
                .list());
    }

    public Optional<Proposal> proposal(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(PROPOSAL + "p.id = ?").bind(0, id).mapTo(ProposalRow.class).map(ProposalRow::proposal).findOne());
    }

    /**
     * Prices that changed together.
     *
     * @param rollsBack    the batch it takes back, or null
     * @param rolledBackBy the batch that took it back, or null
     * @param conflicts    prices a rollback had to leave, since somebody changed them meanwhile
     */
    public record Batch(
            long id, BatchTable.Kind kind, String actor, LocalDateTime madeAt, String note, int changes, Long rollsBack,
            Long rolledBackBy, List<Rollback.Conflict> conflicts) {}

    record BatchRow(
            long id, BatchTable.Kind kind, String actor, LocalDateTime madeAt, String note, int changes, Long rollsBackId,
            Long rolledBackBy, String conflicts) {

        Batch batch() {
            return new Batch(id, kind, actor, madeAt, note, changes, rollsBackId, rolledBackBy, ReasonJson.readConflicts(conflicts));
        }
    }

    private static final String BATCH = "SELECT b.id, b.kind, b.actor, b.made_at, b.note, b.changes, b.rolls_back_id,"
            + " r.id rolled_back_by, b.conflicts FROM price_batch b LEFT JOIN price_batch r ON r.rolls_back_id = b.id WHERE ";

    /** Newest first. */
    public List<Batch> batches(long before, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(BATCH + "b.id < ? ORDER BY b.id DESC LIMIT ?")
                .bind(0, before)
                .bind(1, limit)
                .mapTo(BatchRow.class)
                .map(BatchRow::batch)
                .list());
    }

    public Optional<Batch> batch(long id) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(BATCH + "b.id = ?").bind(0, id).mapTo(BatchRow.class).map(BatchRow::batch).findOne());
    }

    public List<Entry> entriesOf(long batch) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(ENTRY + "h.batch_id = ? ORDER BY i.sku")
                .bind(0, batch)
                .mapTo(EntryRow.class)
                .map(EntryRow::entry)
                .list());
    }
}
