package entrepot.inventory.export.server;

import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import entrepot.platform.sql.Rows;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes one batch. Of two at once the second fails at the primary key and finds, when tried again, what is left. */
@Stateless
@RolesAllowed({"accountant", "admin"})
public class BatchTransaction {

    private static final String SEALED = " FROM seal s JOIN posting p ON p.seq = s.posting_seq"
            + " LEFT JOIN journal_line j ON j.posting_seq = p.seq WHERE s.number BETWEEN :first AND :last";

    @Inject
    private Figures figures;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    record Last(long number, long seal) {}

    record Sum(LocalDate firstDay, LocalDate lastDay, long postings, long lines, Money debits) {}

    public Optional<JournalBatches.Made> make(UUID key) {
        return figures.read(handle -> {
            Optional<BatchRow> before = JournalBatches.find(handle, key);
            if (before.isPresent()) {
                return before.map(batch -> new JournalBatches.Made(batch, false));
            }
            Last last = handle.createQuery("SELECT number, last_seal seal FROM journal_batch ORDER BY number DESC LIMIT 1")
                    .mapTo(Last.class)
                    .findOne()
                    .orElse(new Last(0, 0));
            long sealed = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM seal").mapTo(long.class).one();
            if (sealed <= last.seal()) {
                return Optional.empty();
            }
            write(handle, key, last.number() + 1, last.seal() + 1, sealed);
            return JournalBatches.find(handle, key).map(batch -> new JournalBatches.Made(batch, true));
        });
    }

    private void write(Handle handle, UUID key, long number, long first, long last) {
        Sum sum = handle.createQuery("SELECT MIN(COALESCE(j.business_date, p.business_date)) first_day,"
                        + " MAX(COALESCE(j.business_date, p.business_date)) last_day, COUNT(DISTINCT p.seq) postings,"
                        + " COUNT(j.line_no) `lines`, COALESCE(SUM(GREATEST(j.amount, 0)), 0) debits" + SEALED)
                .bind("first", first)
                .bind("last", last)
                .mapTo(Sum.class)
                .one();
        handle.createUpdate("INSERT INTO journal_batch VALUES (:number, :id, :first, :last, :firstDay, :lastDay, :postings,"
                        + " :lines, :debits, :at, :by)")
                .bind("number", number)
                .bind("id", Rows.bytes(key))
                .bind("first", first)
                .bind("last", last)
                .bind("firstDay", sum.firstDay())
                .bind("lastDay", sum.lastDay())
                .bind("postings", sum.postings())
                .bind("lines", sum.lines())
                .bind("debits", sum.debits().minor())
                .bind("at", LocalDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .bind("by", context.getCallerPrincipal().getName())
                .execute();
        handle.createUpdate("INSERT INTO journal_batch_account SELECT :number, a.code, a.name, a.kind, NOT EXISTS"
                        + " (SELECT 1 FROM journal_batch_account b WHERE b.code = a.code) FROM (SELECT DISTINCT j.account_code code" + SEALED
                        + ") used JOIN account a ON a.code = used.code")
                .bind("number", number)
                .bind("first", first)
                .bind("last", last)
                .execute();
    }
}
