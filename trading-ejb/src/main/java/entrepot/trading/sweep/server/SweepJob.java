package entrepot.trading.sweep.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.node.Nodes;
import entrepot.trading.sweep.Cells;
import entrepot.trading.sweep.ChunkCalls;
import entrepot.trading.sweep.Pace;
import entrepot.trading.sweep.Scan;
import entrepot.trading.sweep.Summary;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.SweepRun;
import entrepot.trading.sweep.WalkForward;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a sweep chunk by chunk. It calls for chunks on a queue that any node may take them from, and keeps each as soon as it is there, so
 * that after a stop, a crash or a restart it goes on with those that are missing. What no message brought in time, for its node died or
 * could not make it, the job makes itself. On each node one core is left to everybody else.
 */
@ApplicationScoped
public class SweepJob implements JobKind {

    static final String KIND = "sweep";
    private static final int MADE_AT_ONCE = Integer.getInteger("entrepot.sweep.chunks", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final long EVERY_NANOS = 50_000_000;

    @Inject
    private SweepTable table;

    @EJB
    private SweepKeeper keeper;

    @Inject
    private SweepSource source;

    @Inject
    private ChunkQueue queue;

    @Inject
    private ChunkMaker maker;

    @Inject
    private ChunkClaims claims;

    @Inject
    private Nodes nodes;

    record Wanted(UUID sweep) {}

    /** @param dataHash of the bars that the chunks so far are made of */
    record Begun(String dataHash) {}

    record Outcome(String resultHash, long cells, int inSampleBars, int outOfSampleBars) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Run a sweep";
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant");
    }

    @Override
    public void run(JobRun run) {
        SweepRow row = table.find(run.parameters(Wanted.class).sweep()).orElseThrow();
        Sweep sweep = row.sweep();
        Cells over = source.cells(sweep);
        String dataHash = over.dataHash();
        begin(run, dataHash);
        WalkForward walk = sweep.walk() == null ? null : new WalkForward(sweep, over, sweep.walk());
        SweepRun cells = new SweepRun(sweep, over);
        run.log(cells.rows() + " cells in " + cells.chunks() + " chunks, " + table.chunks(row.number()) + " of them there; "
                + (over.split() + 1) + " bars up to the split, " + (over.times().length - 1 - over.split()) + " after it; "
                + sweep.words());
        if (sweep.pace() != Pace.FAST) {
            run.log(cost(sweep, cells, table.chunks(row.number())));
        }
        if (!fill(run, row, cells, dataHash)) {
            return;
        }
        run.log("chunks by node: " + claims.made(row.number()));
        WalkForward.Walked walked = walk == null ? null : walk.run(() -> !run.stopAsked());
        if (walk == null || walked != null) {
            finish(run, row, sweep, new Scan(sweep, cells, dataHash), cells, walked, dataHash);
        }
    }

    /** What is left to do, by the time that one cell takes. */
    private static String cost(Sweep sweep, SweepRun cells, long there) {
        long begun = System.nanoTime();
        cells.replay(cells.place(0, 0));
        double one = (System.nanoTime() - begun) / 1e9;
        long left = Math.max(0, cells.rows() - there * sweep.pace().chunk());
        return "the first cell takes %.2f s; %d cells are left: about %.0f s of one core%s".formatted(one, left, left * one,
                sweep.walk() == null ? "" : ", and %.0f s to walk through the windows".formatted(cells.rows() * one));
    }

    private static void begin(JobRun run, String dataHash) {
        String before = run.checkpoint(Begun.class).map(Begun::dataHash).orElse(dataHash);
        if (!before.equals(dataHash)) {
            throw new IllegalStateException("the bars are others than when this sweep began (SHA-256 " + before + ", now " + dataHash
                    + "), so its chunks would not belong together; ask for a new one");
        }
        run.keep(new Begun(dataHash));
    }

    /** @return whether all are there now */
    private boolean fill(JobRun run, SweepRow row, SweepRun cells, String dataHash) {
        ChunkCalls calls = new ChunkCalls(cells.chunks(), PATIENCE.toNanos());
        while (look(row, calls) && !run.stopAsked()) {
            run.progress(calls.done(), cells.chunks());
            int[] next = calls.next(nodes.living() * MADE_AT_ONCE, System.nanoTime());
            if (next.length > 0) {
                queue.call(row.id(), next, dataHash);
            }
            calls.late(System.nanoTime()).ifPresentOrElse(
                    late -> maker.make(row, late, () -> Optional.of(cells), () -> !run.stopAsked()),
                    () -> LockSupport.parkNanos(EVERY_NANOS));
        }
        return calls.isComplete() && !run.stopAsked();
    }

    /** @return whether some are missing */
    private boolean look(SweepRow row, ChunkCalls calls) {
        table.chunksFrom(row.number(), calls.firstMissing()).forEach(chunk -> calls.arrived(chunk, System.nanoTime()));
        return !calls.isComplete();
    }

    private void finish(JobRun run, SweepRow row, Sweep sweep, Scan scan, SweepRun cells, WalkForward.Walked walked, String dataHash) {
        for (int chunk = 0; chunk < cells.chunks(); chunk++) {
            scan.add(table.chunk(row.number(), chunk).orElseThrow());
        }
        Summary summary = scan.summary(walked);
        String resultHash = scan.resultHash();
        keeper.keep(row, sweep, summary, dataHash, resultHash, source.currency(sweep).getCurrencyCode());
        run.progress(cells.chunks(), cells.chunks());
        run.outcome(new Outcome(resultHash, summary.cells(), summary.inSampleBars(), summary.outOfSampleBars()));
    }
}
