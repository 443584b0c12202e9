package entrepot.inventory.ledger.server;

import entrepot.inventory.subtotal.server.SubtotalTransaction;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.retry.Retry;
import entrepot.platform.sql.Database;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Deletes balances, pools, layers and checkpoints, item by item, and makes them again from movements and value entries. */
@ApplicationScoped
public class ProjectionRebuild implements JobKind {

    @Inject
    private Database database;

    @EJB
    private RebuildTransaction transaction;

    @EJB
    private SubtotalTransaction subtotals;

    @Inject
    private Retry retry;

    /**
     * @param before    hash of balances, pools, layers and subtotals before, as they were found
     * @param after     and after
     * @param different items and blocks of subtotals of which something was wrong and is mended
     */
    public record Outcome(long items, String before, String after, long different, long refused) {}

    @Override
    public String name() {
        return "rebuild-projections";
    }

    @Override
    public String title() {
        return "Rebuild balances, pools, layers and subtotals";
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant");
    }

    @Override
    public boolean needsNoParameters() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        List<Long> items = database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT DISTINCT item_id FROM cost_pool ORDER BY item_id").mapTo(Long.class).list());
        long blocks = subtotals.written();
        Tally tally = new Tally();
        for (int done = 0; done < items.size() && !run.stopAsked(); done++) {
            rebuild(items.get(done), tally, run);
            run.progress(done + 1L, items.size() + blocks);
        }
        for (int block = 0; block < blocks && !run.stopAsked(); block++) {
            rebuildSubtotals(block, tally, run);
            run.progress(items.size() + block + 1L, items.size() + blocks);
        }
        Outcome outcome = tally.outcome(items.size());
        run.outcome(outcome);
        run.log((outcome.different() == 0 ? "identical: " : "changed: ") + outcome.after());
        if (outcome.refused() > 0) {
            throw new IllegalStateException(outcome.refused() + " items were left alone: their book contradicts itself");
        }
    }

    /** An item whose book contradicts itself is left as it is; the others go on. */
    private void rebuild(long item, Tally tally, JobRun run) {
        try {
            RebuildTransaction.Rebuilt rebuilt = retry.run(() -> transaction.rebuild(item));
            if (tally.add(rebuilt.before(), rebuilt.after(), rebuilt.identical())) {
                run.log("item " + item + " was wrong and is mended");
            }
        } catch (EJBException refused) {
            if (!(refused.getCause() instanceof IllegalStateException contradiction)) {
                throw refused;
            }
            tally.refused++;
            run.log("item " + item + " was left alone: " + contradiction.getMessage());
        }
    }

    private void rebuildSubtotals(long block, Tally tally, JobRun run) {
        SubtotalTransaction.Compared rebuilt = subtotals.again(block);
        if (tally.add(String.join("\n", rebuilt.stored()), String.join("\n", rebuilt.made()), rebuilt.identical())) {
            run.log("subtotals of block " + block + " were wrong and are mended");
        }
    }

    private static final class Tally {
        private final MessageDigest before = Fingerprint.digest();
        private final MessageDigest after = Fingerprint.digest();
        private long different;
        private long refused;

        /** @return whether the rebuilding changed something */
        boolean add(String textBefore, String textAfter, boolean identical) {
            before.update(textBefore.getBytes(StandardCharsets.UTF_8));
            after.update(textAfter.getBytes(StandardCharsets.UTF_8));
            different += identical ? 0 : 1;
            return !identical;
        }

        Outcome outcome(long items) {
            return new Outcome(items, HexFormat.of().formatHex(before.digest()), HexFormat.of().formatHex(after.digest()),
                    different, refused);
        }
    }
}
