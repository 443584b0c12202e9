package entrepot.inventory.check.server;

import entrepot.inventory.ledger.CanonicalLine;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.server.PostedReader;
import entrepot.platform.audit.AuditChain;
import entrepot.platform.audit.AuditTrail;
import entrepot.platform.audit.Sealed;
import entrepot.platform.audit.ShippedSeals;
import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks the audit chain from its first seal: numbers without a gap, hashes that fit, rows of the book that still say what
 * was sealed, and the same lines in the file outside the database. Stops at the first that does not and names it.
 */
@ApplicationScoped
public class AuditVerify implements JobKind {

    private static final int GROUP = 500;
    private static final Duration SHIPPED_WITHIN = Duration.ofMinutes(1);

    @Inject
    private Database database;

    @Inject
    private AuditTrail trail;

    @Inject
    private PostedReader postings;

    @Inject
    private Clock clock;

    /**
     * @param verified how many seals are in order from the first
     * @param shipped  how many of them the file outside the database holds too
     * @param firstBad number of the first seal that is not, or null
     * @param finding  what is wrong with it, or null
     */
    public record Outcome(boolean intact, long verified, long shipped, Long firstBad, String finding) {}

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public String title() {
        return "Verify the audit chain";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(3, 0));
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant", "auditor");
    }

    private record Finding(long number, String text) {}

    @Override
    public void run(JobRun run) {
        AuditChain chain = new AuditChain();
        try (ShippedSeals file = ShippedSeals.open()) {
            Optional<Finding> finding = walk(run, chain, file);
            if (run.stopAsked()) {
                return;
            }
            run.outcome(new Outcome(finding.isEmpty(), chain.number(), file.line(),
                    finding.map(Finding::number).orElse(null), finding.map(Finding::text).orElse(null)));
            if (finding.isPresent()) {
                throw new IllegalStateException("the audit chain is broken: " + finding.get().text());
            }
            run.log(chain.number() + " seals are in order, " + file.line() + " of them in the file outside the database");
        }
    }

    private Optional<Finding> walk(JobRun run, AuditChain chain, ShippedSeals file) {
        long total = trail.last();
        List<Sealed> group = trail.after(0, GROUP);
        while (!group.isEmpty() && !run.stopAsked()) {
            Map<Long, String> rows = rows(group);
            for (Sealed sealed : group) {
                Optional<Finding> finding = finding(chain, file, sealed, rows);
                if (finding.isPresent()) {
                    return finding;
                }
            }
            run.progress(chain.number(), Math.max(total, chain.number()));
            group = trail.after(chain.number(), GROUP);
        }
        return run.stopAsked() ? Optional.empty() : tail(chain.number(), file);
    }

    private static Optional<Finding> finding(AuditChain chain, ShippedSeals file, Sealed sealed, Map<Long, String> rows) {
        long next = chain.number() + 1;
        Optional<String> broken = chain.follow(sealed);
        if (broken.isPresent()) {
            return Optional.of(new Finding(next, broken.get()));
        }
        if (!sealed.body().equals(rows.get(sealed.postingSeq()))) {
            return Optional.of(new Finding(next, "seal " + next + ": the rows of posting " + sealed.postingSeq()
                    + " do not say what was sealed"));
        }
        return file.agrees(sealed).filter(agrees -> !agrees)
                .map(differs -> new Finding(next, "seal " + next + " differs from the file outside the database"));
    }

    /** The file may be a moment behind, never ahead. */
    private Optional<Finding> tail(long last, ShippedSeals file) {
        Optional<Long> beyond = file.nextNumber();
        if (beyond.isPresent()) {
            return Optional.of(new Finding(last + 1, "seal " + beyond.get() + " is in the file outside the database and not"
                    + " in it: the tail was cut"));
        }
        LocalDateTime due = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(SHIPPED_WITHIN);
        long missing = file.line() + 1;
        return trail.sealedAt(missing).filter(sealed -> sealed.isBefore(due)).map(sealed -> new Finding(missing,
                "seal " + missing + " of " + sealed + " is not in the file outside the database"));
    }

    /** What the rows of each posting say today, as the line that was sealed. */
    private Map<Long, String> rows(List<Sealed> group) {
        List<Long> seqs = group.stream().map(Sealed::postingSeq).toList();
        try {
            return lines(seqs);
        } catch (IllegalArgumentException unbalanced) {
            Map<Long, String> lines = new HashMap<>();
            seqs.forEach(seq -> lines.putAll(lineIfBalanced(seq)));
            return lines;
        }
    }

    private Map<Long, String> lineIfBalanced(long seq) {
        try {
            return lines(List.of(seq));
        } catch (IllegalArgumentException unbalanced) {
            return Map.of(seq, unbalanced.getMessage());
        }
    }

    private Map<Long, String> lines(List<Long> seqs) {
        Map<Long, Posted> found = database.jdbi().withHandle(handle -> postings.read(handle, seqs));
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, posted -> CanonicalLine.of(posted.getValue())));
    }
}
