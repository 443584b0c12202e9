package entrepot.trading.market.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.retry.Retry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks through all series once a night, or through those of a calendar that was changed. Each is its own transaction. */
@ApplicationScoped
public class MarketLook implements JobKind {

    public static final String KIND = "market-look";
    public static final String TITLE = "Look through all series of prices";

    private static final int GROUP = 100;
    private static final int MOST_TOLD = 100;

    @EJB
    private SeriesLook look;

    @Inject
    private QualityTable quality;

    @Inject
    private Retry retry;

    /** @param calendar its series alone, or null for all */
    record Wanted(String calendar) {}

    record Reached(long last, long series, long faulty, long worse, List<String> told) {
        Reached and(long id, SeriesLook.Found found) {
            List<String> lines = new ArrayList<>(told);
            found.worse().stream().filter(line -> lines.size() < MOST_TOLD).forEach(lines::add);
            return new Reached(id, series + 1, faulty + (found.faulty() ? 1 : 0), worse + (found.worse().isEmpty() ? 0 : 1), lines);
        }
    }

    /** @param worse series that got worse since the last look; @param gotWorse the first of them, in words */
    record Outcome(long series, long faulty, long worse, List<String> gotWorse) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return TITLE;
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(4, 0));
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant", "trader", "risk");
    }

    @Override
    public void run(JobRun run) {
        String calendar = run.parameters(Wanted.class).calendar();
        Reached reached = run.checkpoint(Reached.class).orElse(new Reached(0, 0, 0, 0, List.of()));
        long total = quality.count(calendar);
        List<Long> group = quality.after(reached.last(), calendar, GROUP);
        while (!group.isEmpty() && !run.stopAsked()) {
            for (long series : group) {
                reached = reached.and(series, retry.run(() -> look.look(series)));
                run.progress(reached.series(), Math.max(total, reached.series()));
                if (run.stopAsked()) {
                    break;
                }
            }
            run.keep(reached);
            group = quality.after(reached.last(), calendar, GROUP);
        }
        reached.told().forEach(run::log);
        run.outcome(new Outcome(reached.series(), reached.faulty(), reached.worse(), reached.told()));
    }
}
