package entrepot.inventory.check.server;

import entrepot.inventory.check.ProofLaw;
import entrepot.platform.audit.AuditTrail;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Whether the book holds, as anybody who works here may see it. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class ProofReport {

    /** They see what things cost, and so what exactly is broken. */
    private static final List<String> COSTS = List.of("storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin");

    private static final Duration TOO_LONG = Duration.ofMinutes(5);

    @Inject
    private Database database;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /**
     * How a law stands.
     *
     * @param checkedAt UTC, the last look, or null
     * @param upToSeal  the last seal that was looked at
     * @param newRows   rows of the book behind the last look at something new
     * @param wholeAt   UTC, when the last pass over the whole book ended, or null
     * @param wholeRows rows of that pass
     * @param broken    how many postings, items or seals break it now
     */
    public record State(
            ProofLaw law, LocalDateTime checkedAt, long upToSeal, long newRows, LocalDateTime wholeAt, long wholeRows, long broken) {

        public boolean holds() {
            return broken == 0;
        }
    }

    /**
     * What breaks a law.
     *
     * @param text    null for somebody who may not see what things cost
     * @param sku     of the item, or null
     * @param posting or null
     * @param seal    or null
     * @param foundAt UTC
     * @param seenAt  UTC, the last time it was still so
     */
    public record Finding(ProofLaw law, String text, String sku, UUID posting, Long seal, LocalDateTime foundAt, LocalDateTime seenAt) {}

    public List<State> laws() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT l.law, l.checked_at, l.up_to_seal, l.new_rows, l.whole_at, l.whole_rows,"
                        + " (SELECT COUNT(*) FROM proof_finding f WHERE f.law = l.law) broken FROM proof_law l")
                .mapTo(State.class).list()).stream().sorted((one, other) -> one.law().compareTo(other.law())).toList();
    }

    /** Oldest first. */
    public List<Finding> findings(int limit) {
        boolean costs = COSTS.stream().anyMatch(context::isCallerInRole);
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT f.law, IF(:costs, f.text, NULL) text, i.sku, p.id posting, IF(f.law = 'CHAIN', f.subject, NULL) seal, f.found_at, f.seen_at"
                        + " FROM proof_finding f LEFT JOIN item i ON f.law IN ('ON_HAND', 'VALUE', 'LAYERS') AND i.id = f.subject"
                        + " LEFT JOIN seal s ON f.law = 'CHAIN' AND s.number = f.subject LEFT JOIN posting p ON p.seq = IF(f.law = 'CHAIN',"
                        + " s.posting_seq, IF(f.law IN ('JOURNAL', 'INVENTORY', 'SALES', 'SEALED'), f.subject, NULL))"
                        + " ORDER BY f.found_at, f.law, f.subject LIMIT " + limit)
                .bind("costs", costs)
                .mapTo(Finding.class).list());
    }

    /** The last seal of all. */
    public long sealed() {
        return trail.last();
    }

    public long broken() {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM proof_finding").mapTo(long.class).one());
    }

    /** Whether nobody has looked for longer than it should take. */
    public boolean stale(List<State> laws) {
        LocalDateTime due = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(TOO_LONG);
        return laws.stream().anyMatch(law -> law.checkedAt() == null || law.checkedAt().isBefore(due));
    }
}
