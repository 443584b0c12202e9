package entrepot.inventory.journal.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Which postings are in the book. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class PostingList {

    private static final String LINE = "SELECT p.id, p.seq, p.kind, p.business_date, p.recorded_at, p.actor, p.reference, p.reason, p.source,"
            + " (SELECT s.number FROM seal s WHERE s.posting_seq = p.seq) seal FROM posting p";

    @Inject
    private Figures figures;

    /** Null where it does not matter; days are business dates. */
    public record Filter(PostingKind kind, LocalDate from, LocalDate to, String reference, String source, String actor) {}

    /** @param recordedAt UTC; @param seal null for the moment before it is sealed */
    public record Line(
            UUID id, long seq, PostingKind kind, LocalDate businessDate, LocalDateTime recordedAt, String actor, String reference,
            String reason, String source, Long seal) {

        /** What to give as the place to go on after. */
        public String key() {
            return businessDate + "~" + seq;
        }
    }

    /** By business date, newest first. @param after a {@link Line#key}, or null for the start */
    public List<Line> list(Filter filter, String after, int limit) {
        String[] key = after == null ? new String[] {"9999-12-31", "0"} : after.split("~", 2);
        return figures.read(handle -> handle
                .createQuery(LINE + " WHERE (:kind IS NULL OR p.kind = :kind) AND (:from IS NULL OR p.business_date >= :from)"
                        + " AND (:to IS NULL OR p.business_date <= :to) AND (:reference IS NULL OR p.reference = :reference)"
                        + " AND (:source IS NULL OR p.source = :source) AND (:actor IS NULL OR p.actor = :actor)"
                        + " AND p.business_date <= :afterDate AND (p.business_date < :afterDate OR p.seq < :afterSeq)"
                        + " ORDER BY p.business_date DESC, p.seq DESC LIMIT :limit")
                .bind("kind", filter.kind())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("reference", filter.reference())
                .bind("source", filter.source())
                .bind("actor", filter.actor())
                .bind("afterDate", LocalDate.parse(key[0]))
                .bind("afterSeq", Long.parseLong(key[1]))
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
    }

    /** Whose document begins with {@code reference}, in order of it; the newest of several with the same first. */
    public List<Line> called(String reference, int limit) {
        return figures.read(handle -> handle
                .createQuery(LINE + " WHERE p.reference LIKE :start ESCAPE '!' ORDER BY p.reference, p.seq DESC LIMIT :limit")
                .bind("start", reference.replaceAll("([%_!])", "!$1") + "%")
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
    }
}
