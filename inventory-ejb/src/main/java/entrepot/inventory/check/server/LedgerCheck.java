package entrepot.inventory.check.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the whole book against its laws, every night; fails loudly where one is broken. */
@ApplicationScoped
public class LedgerCheck implements JobKind {

    /** How many exceptions of one law are named. */
    private static final int NAMED = 50;

    @Inject
    private Database database;

    /** @param exceptions the first of them, as text */
    public record Result(String law, boolean holds, List<String> exceptions) {}

    public record Outcome(int laws, int broken, List<Result> results) {}

    @Override
    public String name() {
        return "ledger-check";
    }

    @Override
    public String title() {
        return "Check the ledger's laws";
    }

    @Override
    public Optional<LocalTime> nightlyAt() {
        return Optional.of(LocalTime.of(2, 30));
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant", "auditor");
    }

    @Override
    public void run(JobRun run) {
        List<Result> results = new ArrayList<>();
        for (Laws.Law law : Laws.ALL) {
            if (run.stopAsked()) {
                return;
            }
            Result result = check(law);
            results.add(result);
            run.log((result.holds() ? "holds: " : "BROKEN: ") + law.name());
            result.exceptions().forEach(run::log);
            run.progress(results.size(), Laws.ALL.size());
        }
        List<String> broken = results.stream().filter(result -> !result.holds()).map(Result::law).toList();
        run.outcome(new Outcome(results.size(), broken.size(), results));
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken.size() + " laws of the ledger are broken: " + String.join("; ", broken));
        }
    }

    /** All laws at once, for work that ends with a check. */
    public Outcome check() {
        List<Result> results = Laws.ALL.stream().map(this::check).toList();
        return new Outcome(results.size(), (int) results.stream().filter(result -> !result.holds()).count(), results);
    }

    Result check(Laws.Law law) {
        List<String> exceptions = database.jdbi().withHandle(handle ->
                handle.createQuery(law.sql()).setMaxRows(NAMED).mapTo(String.class).list());
        return new Result(law.name(), exceptions.isEmpty(), exceptions);
    }
}
