package entrepot.inventory.retail.server;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.reversal.server.ReversalDesk;
import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.outbox.Outbox;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reverses every posting of an import, newest first, so that what built on another is undone before it. */
@ApplicationScoped
public class UndoJob implements JobKind {

    static final String KIND = "undo-import";
    private static final int GROUP = 200;

    @Inject
    private Database database;

    @Inject
    private ImportTable table;

    @Inject
    private Outbox outbox;

    @EJB
    private ReversalDesk reversals;

    public record Wanted(UUID batch) {}

    private record Open(long seq, UUID id) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Undo an import";
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant");
    }

    @Override
    public void run(JobRun run) {
        ImportBatch batch = table.find(run.parameters(Wanted.class).batch()).orElseThrow();
        long total = count(batch, "");
        long done = total - count(batch, " AND r.seq IS NULL");
        List<Open> open = newest(batch, Long.MAX_VALUE);
        while (!open.isEmpty() && !run.stopAsked()) {
            reverse(batch, open);
            done += open.size();
            run.progress(done, total);
            open = newest(batch, open.get(open.size() - 1).seq());
        }
        if (open.isEmpty()) {
            database.jdbi().useHandle(handle -> outbox.announceLast(handle, undoing(batch)));
            table.moves(batch.id(), ImportBatch.Status.UNDONE, List.of(ImportBatch.Status.UNDOING));
            run.log("undone: " + total + " postings reversed");
        }
    }

    private static String undoing(ImportBatch batch) {
        return batch.source() + ":undo";
    }

    private void reverse(ImportBatch batch, List<Open> open) {
        List<PostingOutcome> outcomes = reversals.reverse(open.stream().map(posting -> new ReversalDesk.Request(
                UUID.nameUUIDFromBytes(("undo/" + posting.id()).getBytes(StandardCharsets.UTF_8)),
                posting.id(), null, null, "undoes import " + batch.id(), undoing(batch))).toList());
        for (int place = 0; place < open.size(); place++) {
            UUID posting = open.get(place).id();
            String problem = outcomes.get(place).fold(
                    accepted -> null, already -> null, clash -> "clash", refused -> refused.refusals().get(0).detail());
            if (problem != null) {
                throw new IllegalStateException("posting " + posting + " cannot be undone: " + problem);
            }
        }
    }

    private List<Open> newest(ImportBatch batch, long before) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.seq, p.id FROM posting p LEFT JOIN posting r ON r.reverses_seq = p.seq"
                        + " WHERE p.source = ? AND p.seq < ? AND r.seq IS NULL ORDER BY p.seq DESC LIMIT " + GROUP)
                .bind(0, batch.source())
                .bind(1, before)
                .map((row, context) -> new Open(row.getLong(1), Rows.uuid(row.getBytes(2))))
                .list());
    }

    private long count(ImportBatch batch, String open) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT COUNT(*) FROM posting p LEFT JOIN posting r ON r.reverses_seq = p.seq WHERE p.source = ?" + open)
                .bind(0, batch.source())
                .mapTo(long.class)
                .one());
    }
}
