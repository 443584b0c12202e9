package entrepot.inventory.retail.server;

import entrepot.inventory.retail.Batch;
import entrepot.inventory.retail.RetailDay;
import entrepot.inventory.retail.RetailFiles;
import entrepot.inventory.retail.RowSorter;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Looks through the files of an import, and posts them where that is wanted. */
@ApplicationScoped
public class ImportJob implements JobKind {

    static final String KIND = "import-online-retail";

    @Inject
    private ImportTable table;

    @Inject
    private DryRun dryRun;

    @Inject
    private Posting posting;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /** @param post false: only look */
    public record Wanted(UUID batch, boolean post) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Import online retail";
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant");
    }

    @Override
    public void run(JobRun run) {
        Wanted wanted = run.parameters(Wanted.class);
        ImportBatch batch = table.find(wanted.batch()).orElseThrow();
        try {
            Source source = open(batch, run);
            if (!wanted.post() || batch.findings() == null) {
                dryRun.over(source);
            }
            if (wanted.post()) {
                posting.of(source);
            }
        } catch (Stopped asked) {
            run.log("stopped; what is posted stays, and can be resumed or undone");
        } catch (IOException failure) {
            throw new UncheckedIOException("the files of import " + batch.id() + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private Source open(ImportBatch batch, JobRun run) throws IOException {
        LocalDate today = companies.company().businessDate(clock.instant());
        RetailFiles files = RetailFiles.of(ImportFolder.paths(batch.id(), table.files(batch.id())), today);
        return new Source(batch, new Batch(batch.id(), batch.location(), companies.company().zone()), files, run);
    }

    /** A batch with its files open, in one attempt at a job. */
    record Source(ImportBatch batch, Batch documents, RetailFiles files, JobRun run) {

        /** Hands on all days in their order, and stops between two of them where that is asked. */
        void forEachDay(Consumer<RetailDay> reader) throws IOException {
            RowSorter.sort(files, batch.keepDuplicates(), day -> {
                if (run.stopAsked()) {
                    throw new Stopped();
                }
                reader.accept(day);
            });
        }
    }

    /** Somebody asked to stop, or the server does. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("stopped between two days", null, false, false);
        }
    }
}
