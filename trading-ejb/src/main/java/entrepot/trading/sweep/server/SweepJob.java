package entrepot.trading.sweep.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.sweep.Chunk;
import entrepot.trading.sweep.Scan;
import entrepot.trading.sweep.Summary;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.SweepBars;
import entrepot.trading.sweep.SweepRun;
import entrepot.trading.sweep.WalkForward;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Runs a sweep chunk by chunk. Each is kept as soon as it is there, so that after a stop, a crash or a restart it goes on at the
 * first that is missing. One core is left to everybody else: as many chunks are made at a time as there are cores less one, the first
 * of them on the job's own thread.
 */
@ApplicationScoped
public class SweepJob implements JobKind {

    static final String KIND = "sweep";
    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);
    private static final double IN_SAMPLE = 0.7;

    @Inject
    private SweepTable table;

    @EJB
    private SweepKeeper keeper;

    @EJB
    private MarketData market;

    @Resource
    private ManagedExecutorService threads;

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
        SweepBars bars = bars(sweep);
        String dataHash = ResultHash.of(bars.whole());
        begin(run, dataHash);
        WalkForward walk = sweep.walk() == null ? null : new WalkForward(sweep, bars.whole(), sweep.walk());
        SweepRun cells = new SweepRun(sweep, bars);
        run.log(cells.rows() + " cells in " + cells.chunks() + " chunks, " + table.chunks(row.number()) + " of them there; "
                + bars.inSample().size() + " bars up to the split, " + (bars.whole().size() - bars.inSample().size()) + " after it; "
                + sweep.words());
        if (!fill(run, row, cells)) {
            return;
        }
        WalkForward.Walked walked = walk == null ? null : walk.run(() -> !run.stopAsked());
        if (walk == null || walked != null) {
            finish(run, row, sweep, new Scan(sweep, cells, bars, dataHash), cells, walked, dataHash);
        }
    }

    private SweepBars bars(Sweep sweep) {
        Experiment asked = sweep.base();
        Bars whole = market.bars(asked.symbol(), asked.fromDay(), asked.toDay(),
                !asked.adjusted() ? null : asked.toDay() == null ? ALL : asked.toDay());
        LocalDate split = sweep.split() != null || whole.size() == 0 ? sweep.split() : day(whole.time((int) (whole.size() * IN_SAMPLE)));
        Bars before = split == null ? whole : market.bars(asked.symbol(), asked.fromDay(), split, asked.adjusted() ? split : null);
        try {
            return SweepBars.of(before, whole);
        } catch (IllegalArgumentException tooFew) {
            throw new IllegalStateException(asked.symbol() + ": " + tooFew.getMessage(), tooFew);
        }
    }

    private static LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
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
    private boolean fill(JobRun run, SweepRow row, SweepRun cells) {
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        int next = table.chunks(row.number());
        while (next < cells.chunks()) {
            run.progress(next, cells.chunks());
            for (Chunk chunk : made(run, cells, next, Math.min(cells.chunks(), next + atOnce))) {
                if (chunk == null) {
                    return false;
                }
                table.addChunk(row.number(), next++, chunk.pack());
            }
        }
        return !run.stopAsked();
    }

    /** The chunks of a stretch, in order; null from where it was stopped. */
    private List<Chunk> made(JobRun run, SweepRun cells, int from, int to) {
        Stop stop = new Stop(run);
        List<CompletableFuture<Chunk>> others = new ArrayList<>();
        for (int number = from + 1; number < to; number++) {
            int other = number;
            others.add(CompletableFuture.supplyAsync(() -> cells.chunk(other, () -> !stop.asked), threads));
        }
        List<Chunk> made = new ArrayList<>();
        try {
            made.add(cells.chunk(from, stop));
            others.forEach(other -> made.add(other.join()));
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            stop.asked |= made.size() < to - from;
        }
        return made;
    }

    /** Asked by the job's own thread alone, seen by the others. */
    private static final class Stop implements BooleanSupplier {
        private final JobRun run;
        private volatile boolean asked;

        private Stop(JobRun run) {
            this.run = run;
        }

        @Override
        public boolean getAsBoolean() {
            asked |= run.stopAsked();
            return !asked;
        }
    }

    private void finish(JobRun run, SweepRow row, Sweep sweep, Scan scan, SweepRun cells, WalkForward.Walked walked, String dataHash) {
        for (int chunk = 0; chunk < cells.chunks(); chunk++) {
            scan.add(table.chunk(row.number(), chunk).orElseThrow());
        }
        Summary summary = scan.summary(walked);
        String resultHash = scan.resultHash();
        keeper.keep(row, sweep, summary, dataHash, resultHash, market.instrument(row.symbol()).orElseThrow().currency());
        run.progress(cells.chunks(), cells.chunks());
        run.outcome(new Outcome(resultHash, summary.cells(), summary.inSampleBars(), summary.outOfSampleBars()));
    }
}
