package entrepot.inventory.check.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The audit chain as people read it. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin", "system"})
public class SealReport {

    @Inject
    private Database database;

    /** Newest first, with numbers below {@code number}. */
    public List<SealRow> before(long number, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.number, p.id posting, p.kind, LOWER(HEX(s.hash)) hash, s.sealed_at FROM seal s"
                        + " LEFT JOIN posting p ON p.seq = s.posting_seq WHERE s.number < ? ORDER BY s.number DESC LIMIT ?")
                .bind(0, number)
                .bind(1, limit)
                .mapTo(SealRow.class)
                .list());
    }

    /** Null: no condition. @param from and to: when it was recorded, UTC, to not included */
    public record Filter(PostingKind kind, String actor, LocalDateTime from, LocalDateTime to) {}

    /** Who posted what, newest first, with numbers below {@code number}. */
    public List<SealedPosting> postings(Filter filter, long number, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT s.number, p.id posting, p.kind, p.actor, p.recorded_at, p.reference, p.reason,"
                        + " LOWER(HEX(s.hash)) hash FROM seal s JOIN posting p ON p.seq = s.posting_seq WHERE s.number < :number"
                        + " AND (:kind IS NULL OR p.kind = :kind) AND (:actor IS NULL OR p.actor = :actor)"
                        + " AND (:from IS NULL OR p.recorded_at >= :from) AND (:to IS NULL OR p.recorded_at < :to)"
                        + " ORDER BY s.number DESC LIMIT :limit")
                .bind("number", number)
                .bind("kind", filter.kind() == null ? null : filter.kind().name())
                .bind("actor", filter.actor())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("limit", limit)
                .mapTo(SealedPosting.class)
                .list());
    }

    public Optional<SealRow> head() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }
}
