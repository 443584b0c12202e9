package entrepot.inventory.check.server;

import entrepot.platform.audit.AuditChain;
import entrepot.platform.audit.AuditTrail;
import entrepot.platform.audit.Sealed;
import entrepot.platform.audit.ShippedSeals;
import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks the audit chain from its first seal: numbers without a gap, hashes that fit, rows of the book that still say what
 * was sealed, the same lines in the file outside the database, and no row that belongs to nothing sealed. Stops at the
 * first that does not and names it.
 */
@ApplicationScoped
public class AuditVerify implements JobKind {

    private static final int GROUP = 500;

    @Inject
    private AuditTrail trail;

    @Inject
    private SealedLines lines;

    @Inject
    private Strays strays;

    @Inject
    private ChainEnd end;

    /**
     * @param verified how many seals are in order from the first
     * @param shipped  how many of them the file outside the database holds too
     * @param firstBad number of the first seal that is not, or null
     * @param posting  the number of its posting in the book, or null
     * @param document kind, day and reference of that posting, or null
     * @param expected what was sealed there, or null
     * @param found    what is there, or null
     * @param finding  all of it in a sentence, or null
     */
    public record Outcome(
            boolean intact, long verified, long shipped, Long firstBad, Long posting, String document, String expected, String found,
            String finding) {}

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

    @Override
    public void run(JobRun run) {
        try (ShippedSeals file = ShippedSeals.open()) {
            ChainWalk walk = new ChainWalk(AuditChain.whole(), file);
            Optional<ChainWalk.Finding> finding = walk(run, walk, file);
            if (run.stopAsked()) {
                return;
            }
            run.outcome(outcome(walk, file, finding.orElse(null)));
            if (finding.isPresent()) {
                throw new IllegalStateException("the audit chain is broken: " + finding.get().text());
            }
            run.log(walk.number() + " seals are in order, " + file.lines() + " of them in the file outside the database");
        }
    }

    private static Outcome outcome(ChainWalk walk, ShippedSeals file, ChainWalk.Finding finding) {
        return finding == null
                ? new Outcome(true, walk.number(), file.lines(), null, null, null, null, null, null)
                : new Outcome(false, Math.min(walk.number(), finding.number() - 1), file.lines(), finding.number(), finding.posting(),
                        finding.document(), finding.expected(), finding.found(), finding.text());
    }

    private Optional<ChainWalk.Finding> walk(JobRun run, ChainWalk walk, ShippedSeals file) {
        long total = trail.last();
        List<Sealed> group = trail.after(0, GROUP);
        while (!group.isEmpty() && !run.stopAsked()) {
            Map<Long, String> rows = lines.today(group);
            for (Sealed sealed : group) {
                Optional<ChainWalk.Finding> finding = walk.follow(sealed, rows.get(sealed.postingSeq()));
                if (finding.isPresent()) {
                    return finding;
                }
            }
            run.progress(walk.number(), Math.max(total, walk.number()));
            group = trail.after(walk.number(), GROUP);
        }
        return run.stopAsked() ? Optional.empty() : end.beyond(walk.number(), file)
                .or(() -> end.unshipped(file.lines() + 1))
                .or(() -> strays.first(walk.number() + 1));
    }
}
