package entrepot.trading.pricing.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.retry.Retry;
import entrepot.platform.sql.Database;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every price once a night, after the demand of the day is known. Each item is its own transaction, so a sale
 * never waits for more than one, and doing an item twice changes nothing.
 */
@ApplicationScoped
public class RepriceReview implements JobKind {

    private static final int GROUP = 500;

    @EJB
    private Repricer repricer;

    @Inject
    private Database database;

    @Inject
    private Retry retry;

    record Reached(long item, long done) {}

    record Outcome(long items, long proposed, long refused) {}

    @Override
    public String name() {
        return "reprice-review";
    }

    @Override
    public String title() {
        return "Review prices";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(3, 0));
    }

    @Override
    public Set<String> runners() {
        return Set.of("pricing");
    }

    @Override
    public void run(JobRun run) {
        Reached reached = run.checkpoint(Reached.class).orElse(new Reached(0, 0));
        long total = count("SELECT COUNT(*) FROM price_book");
        List<Long> items = after(reached.item());
        while (!items.isEmpty() && !run.stopAsked()) {
            for (long item : items) {
                retry.run(() -> {
                    repricer.review(item);
                    return item;
                });
                reached = new Reached(item, reached.done() + 1);
                run.progress(reached.done(), total);
                if (run.stopAsked()) {
                    break;
                }
            }
            run.keep(reached);
            items = after(reached.item());
        }
        run.outcome(new Outcome(reached.done(), count("SELECT COUNT(*) FROM price_proposal WHERE open = 1"),
                count("SELECT COUNT(*) FROM price_look WHERE kind = 'REFUSED'")));
    }

    private List<Long> after(long item) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT item_id FROM price_book WHERE item_id > ? ORDER BY item_id LIMIT " + GROUP)
                .bind(0, item)
                .mapTo(Long.class)
                .list());
    }

    private long count(String sql) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(long.class).one());
    }
}
