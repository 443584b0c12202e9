package entrepot.inventory.retail.server;

import entrepot.inventory.retail.DayPlan;
import entrepot.inventory.retail.RetailPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Reads and plans the days of an import in a thread of its own, a few days ahead of who takes them. */
final class PlanAhead {

    private static final int DAYS = 4;

    /** A planned day; neither plan nor failure where there are no more. */
    private record Step(DayPlan plan, RuntimeException failure) {

        private void check() throws IOException {
            if (failure instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(DAYS);
    private final ImportJob.Source source;
    private final RetailPlan plan;
    private final Thread reader;

    private PlanAhead(ThreadFactory threads, ImportJob.Source source, RetailPlan plan) {
        this.source = source;
        this.plan = plan;
        reader = threads.newThread(this::read);
    }

    static PlanAhead of(ThreadFactory threads, ImportJob.Source source, RetailPlan plan) {
        return new PlanAhead(threads, source, plan);
    }

    /** In the caller's thread; what stops reading is thrown here, after the days before it. */
    void forEach(Consumer<DayPlan> taker) throws IOException {
        reader.start();
        try {
            for (Step step = steps.take(); step.plan() != null || step.failure() != null; step = steps.take()) {
                step.check();
                taker.accept(step.plan());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two days", stopped);
        } finally {
            reader.interrupt();
        }
    }

    private void read() {
        try {
            source.forEachDay(day -> hand(new Step(plan.plan(day), null)));
            hand(new Step(null, null));
        } catch (CancellationException nobodyTakesMore) {
            return;
        } catch (RuntimeException failure) {
            hand(new Step(null, failure));
        } catch (IOException failure) {
            hand(new Step(null, new UncheckedIOException(failure)));
        }
    }

    private void hand(Step step) {
        try {
            steps.put(step);
        } catch (InterruptedException stopped) {
            throw new CancellationException();
        }
    }
}
