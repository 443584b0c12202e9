package entrepot.inventory.replenishment.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.retry.Retry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every item once a night: days without a sale change a proposal too. Each item is its own transaction, so a
 * sale never waits for more than one, and doing an item twice changes nothing.
 */
@ApplicationScoped
public class ReviewAll implements JobKind {

    private static final int GROUP = 500;

    @EJB
    private Replenisher replenisher;

    @Inject
    private StockReader stock;

    @Inject
    private Retry retry;

    record Reached(long item, long done) {}

    record Outcome(long items) {}

    @Override
    public String name() {
        return "replenishment-review";
    }

    @Override
    public String title() {
        return "Review what to order";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(2, 0));
    }

    @Override
    public Set<String> runners() {
        return Set.of("buyer");
    }

    @Override
    public void run(JobRun run) {
        Reached reached = run.checkpoint(Reached.class).orElse(new Reached(0, 0));
        long total = stock.countItems();
        List<Long> items = stock.itemsAfter(reached.item(), GROUP);
        while (!items.isEmpty() && !run.stopAsked()) {
            reached = review(items, reached, total, run);
            run.keep(reached);
            items = stock.itemsAfter(reached.item(), GROUP);
        }
        run.outcome(new Outcome(reached.done()));
    }

    private Reached review(List<Long> items, Reached before, long total, JobRun run) {
        Reached reached = before;
        for (long item : items) {
            if (run.stopAsked()) {
                return reached;
            }
            retry.run(() -> {
                replenisher.review(item);
                return item;
            });
            reached = new Reached(item, reached.done() + 1);
            run.progress(reached.done(), total);
        }
        return reached;
    }
}
