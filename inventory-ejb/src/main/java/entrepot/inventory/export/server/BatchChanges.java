package entrepot.inventory.export.server;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** What was sealed after a batch and counts for days that the batch had: the figures that went out are no longer these. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin"})
public class BatchChanges {

    private static final String LATER = " FROM seal s JOIN posting p ON p.seq = s.posting_seq JOIN journal_line j"
            + " ON j.posting_seq = p.seq AND j.business_date BETWEEN :firstDay AND :lastDay"
            + " LEFT JOIN account a ON a.code = j.account_code";

    @Inject
    private Figures figures;

    /** @param batch that has it, or null where none has it yet */
    public record Line(
            long seal, Long batch, UUID posting, PostingKind kind, String reference, LocalDate businessDate, int line, String account,
            String accountName, Money amount) {

        /** What to give as the place to go on after. */
        public String key() {
            return seal + "~" + line;
        }
    }

    /** By how much an account has changed in these days. */
    public record Sum(String account, String accountName, Money change) {}

    public List<Sum> sums(BatchRow batch) {
        return figures.read(handle -> days(batch, handle.createQuery("SELECT j.account_code account, a.name account_name,"
                        + " SUM(j.amount) `change`" + LATER + " WHERE s.number > :last GROUP BY j.account_code, a.name"
                        + " HAVING SUM(j.amount) <> 0 ORDER BY j.account_code"))
                .bind("last", batch.lastSeal())
                .mapTo(Sum.class)
                .list());
    }

    /** In the order of the seals. @param after a {@link Line#key}, or null for the start */
    public List<Line> lines(BatchRow batch, String after, int limit) {
        String[] key = after == null ? new String[] {Long.toString(batch.lastSeal()), Integer.toString(Integer.MAX_VALUE)} : after.split("~", 2);
        return figures.read(handle -> days(batch, handle.createQuery("SELECT s.number seal, (SELECT b.number FROM journal_batch b"
                        + " WHERE s.number BETWEEN b.first_seal AND b.last_seal) batch, p.id posting, p.kind, p.reference,"
                        + " j.business_date, j.line_no line, j.account_code account, a.name account_name, j.amount" + LATER
                        + " WHERE s.number >= :seal AND (s.number > :seal OR j.line_no > :line) ORDER BY s.number, j.line_no LIMIT :limit"))
                .bind("seal", Math.max(Long.parseLong(key[0]), batch.lastSeal()))
                .bind("line", Integer.parseInt(key[1]))
                .bind("limit", limit)
                .mapTo(Line.class)
                .list());
    }

    private static Query days(BatchRow batch, Query query) {
        return query.bind("firstDay", batch.firstDay()).bind("lastDay", batch.lastDay());
    }
}
