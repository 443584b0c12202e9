package entrepot.inventory.retail.server;

import entrepot.inventory.retail.Buying;
import entrepot.inventory.retail.DayPlan;
import entrepot.inventory.retail.PlanTotals;
import entrepot.inventory.retail.RetailPlan;
import entrepot.inventory.retail.RetailSurvey;
import entrepot.inventory.retail.SortedRow;
import entrepot.platform.job.JobRun;
import entrepot.platform.outbox.Outbox;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Posts an import day by day, in the order of the days; goes on after the last day that was finished. */
@ApplicationScoped
public class Posting {

    @Inject
    private ImportTable table;

    @Inject
    private ImportCatalogue catalogue;

    @Inject
    private DayPoster poster;

    @Inject
    private Reconciliation reconciliation;

    @Inject
    private Database database;

    @Inject
    private Outbox outbox;

    @Resource
    private ManagedThreadFactory threads;

    /** @param day the last one that is posted whole */
    public record Reached(LocalDate day) {}

    void of(ImportJob.Source source) throws IOException {
        JobRun run = source.run();
        RetailSurvey survey = new RetailSurvey(Buying.DECLARED);
        source.forEachDay(survey::add);
        run.log("catalogue: " + survey.items().size() + " items, " + survey.customers().size() + " customers");
        catalogue.add(survey, source.batch().location());
        long rows = Texts.read(table.find(source.batch().id()).orElseThrow().findings(), Findings.class).rows();
        Days days = new Days(run, new RetailPlan(source.documents(), survey), rows);
        PlanAhead.of(threads, source, days.plan).forEach(days::post);
        run.log("posted: " + days.lines + " lines in " + days.seconds() + " s, " + days.linesASecond() + " lines/s");
        reconcile(source.batch(), days, run);
    }

    /** Replenishment and pricing think of each item once, when all of it is there. */
    private void tell(String source) {
        database.jdbi().useHandle(handle -> outbox.announceLast(handle, source));
    }

    private void reconcile(ImportBatch batch, Days days, JobRun run) {
        Reconciliation.Report report = reconciliation.of(batch, days.totals, days.rows, days.rejected);
        table.reconciled(batch.id(), Texts.write(report));
        run.outcome(report);
        report.ties().stream().filter(tie -> !tie.holds()).forEach(tie ->
                run.log("does not tie: " + tie.figure() + ", files " + tie.files() + ", book " + tie.book()));
        if (!report.holds()) {
            throw new IllegalStateException("import " + batch.id() + " is posted but does not tie to the journal");
        }
        tell(batch.source());
        table.moves(batch.id(), ImportBatch.Status.POSTED, List.of(ImportBatch.Status.POSTING));
        run.log("reconciled: all " + report.ties().size() + " figures tie to the journal");
    }

    /** The days on their way through, with what they come to. */
    private final class Days {
        private final JobRun run;
        private final RetailPlan plan;
        private final PlanTotals totals = new PlanTotals();
        private final long total;
        private final long begun = System.nanoTime();
        private LocalDate reached;
        private long rows;
        private long rejected;
        private long lines;

        private Days(JobRun run, RetailPlan plan, long total) {
            this.run = run;
            this.plan = plan;
            this.total = total;
            reached = run.checkpoint(Reached.class).map(Reached::day).orElse(LocalDate.MIN);
        }

        private void post(DayPlan planned) {
            totals.add(planned);
            rows += planned.rows().size();
            rejected += planned.rows().stream().filter(row -> !row.fate().isPosted()).count();
            if (planned.date().isAfter(reached)) {
                poster.post(planned);
                reached = planned.date();
                run.keep(new Reached(reached));
                lines += planned.rows().stream().filter(Days::isPosted).count();
            }
            run.progress(rows, total);
        }

        private static boolean isPosted(SortedRow row) {
            return row.fate().isPosted();
        }

        private long seconds() {
            return Math.max(1, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }

        private long linesASecond() {
            return lines / seconds();
        }
    }
}
