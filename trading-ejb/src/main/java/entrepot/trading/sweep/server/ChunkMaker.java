package entrepot.trading.sweep.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobTable;
import entrepot.trading.sweep.Chunk;
import entrepot.trading.sweep.SweepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes a chunk once, whoever asks for it: what is there, or another node that lives is at, is left alone. */
@ApplicationScoped
class ChunkMaker {

    private static final long ASKED_EVERY_NANOS = 500_000_000;

    @Inject
    private SweepTable table;

    @Inject
    private ChunkClaims claims;

    @Inject
    private SweepSource source;

    @Inject
    private JobTable jobs;

    /** What a message asks for, as long as its job runs. Bars that are others meanwhile make no chunk: its job makes it, or says so. */
    void answer(ChunkCall call) {
        SweepRow row = table.find(call.sweep()).orElse(null);
        if (row != null && isWanted(row.jobId())) {
            make(row, call.chunk(), () -> source.run(row, call.dataHash()), new Wanted(row.jobId()));
        }
    }

    void make(SweepRow row, int number, Supplier<Optional<SweepRun>> run, BooleanSupplier goOn) {
        if (table.hasChunk(row.number(), number) || !claims.take(row.number(), number)) {
            return;
        }
        boolean made = false;
        try {
            Chunk chunk = run.get().map(found -> found.chunk(number, goOn)).orElse(null);
            if (chunk != null) {
                table.addChunk(row.number(), number, chunk.pack());
                made = true;
            }
        } finally {
            if (!made) {
                claims.giveUp(row.number(), number);
            }
        }
    }

    private boolean isWanted(long job) {
        return jobs.find(job).filter(one -> one.status() == Job.Status.RUNNING && !one.cancelAsked()).isPresent();
    }

    /** Looks twice a second. */
    private final class Wanted implements BooleanSupplier {
        private final long job;
        private long asked = System.nanoTime();

        private Wanted(long job) {
            this.job = job;
        }

        @Override
        public boolean getAsBoolean() {
            if (System.nanoTime() - asked < ASKED_EVERY_NANOS) {
                return true;
            }
            asked = System.nanoTime();
            return isWanted(job);
        }
    }
}
