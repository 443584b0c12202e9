package entrepot.inventory.count.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/** Looks at the usage of every item once a night, so that the plan of counts follows it. */
@ApplicationScoped
public class CountPlanJob implements JobKind {

    public static final String NAME = "count-plan";

    @EJB
    private ClassTable classes;

    record Outcome(long items) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Work out what is to be counted";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(2, 30));
    }

    @Override
    public Set<String> runners() {
        return Set.of("storekeeper", "accountant");
    }

    @Override
    public void run(JobRun run) {
        long items = classes.workOut();
        run.progress(items, items);
        run.outcome(new Outcome(items));
    }
}
