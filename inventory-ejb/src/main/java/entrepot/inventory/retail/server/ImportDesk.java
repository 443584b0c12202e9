package entrepot.inventory.retail.server;

import entrepot.inventory.retail.RetailRow;
import entrepot.inventory.retail.server.ImportBatch.Status;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people may do with imports: bring files, try, post, cancel, go on, undo. */
@Stateless
@RolesAllowed({"accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportDesk {

    public static final String KIND = "online-retail";
    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,118}";

    @Inject
    private ImportTable table;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @Resource
    private SessionContext context;

    /** Opens a batch, or finds the one that has this id. @param location code of the place all goods lie at */
    public ImportBatch open(UUID id, boolean keepDuplicates, String location) {
        if (!companies.company().currency().equals(RetailRow.CURRENCY)) {
            throw new ImportRefused("other-currency", "these files are in " + RetailRow.CURRENCY + ", the book is in "
                    + companies.company().currency());
        }
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
        table.add(new ImportBatch(id, KIND, Status.NEW, keepDuplicates, location, now,
                context.getCallerPrincipal().getName(), null, null, null));
        ImportBatch batch = table.find(id).orElseThrow();
        if (batch.keepDuplicates() != keepDuplicates || !batch.location().equals(location)) {
            throw new ImportRefused("idempotency-clash", "import " + id + " was opened with other settings");
        }
        return batch;
    }

    /** Keeps a file of a batch that is not posted yet; one of the same name is replaced. */
    public ImportFile store(UUID id, String name, long announcedBytes, InputStream content) throws IOException {
        ImportBatch batch = found(id);
        if (batch.status() != Status.NEW && batch.status() != Status.CHECKED) {
            throw new ImportRefused("already-posted", "import " + id + " is " + batch.status() + " and takes no more files");
        }
        if (!name.matches(FILE_NAME)) {
            throw new ImportRefused("file-name", "file name must be 1 to 119 of letters, digits, '.', '_' and '-'");
        }
        ImportFolder.checkRoom(Math.max(0, announcedBytes));
        ImportFile file = ImportFolder.store(id, name, content);
        table.keep(id, file);
        return file;
    }

    @RolesAllowed({"accountant", "auditor", "admin"})
    public Optional<ImportBatch> find(UUID id) {
        return table.find(id);
    }

    @RolesAllowed({"accountant", "auditor", "admin"})
    public List<ImportFile> files(UUID id) {
        return table.files(id);
    }

    /** Newest first. @param before UTC; null for the newest */
    @RolesAllowed({"accountant", "auditor", "admin"})
    public List<ImportBatch> list(LocalDateTime before, int limit) {
        return table.list(before == null ? LocalDateTime.of(9999, 1, 1, 0, 0) : before, limit);
    }

    @RolesAllowed({"accountant", "auditor", "admin"})
    public List<Rejection> rejections(UUID id, int afterFile, long afterLine, int limit) {
        return table.rejections(id, afterFile, afterLine, limit);
    }

    /** Looks through all rows and posts nothing. */
    public Job dryRun(UUID id) {
        needFiles(id);
        free(id);
        return queued(id, "Try import " + id, false);
    }

    /** Posts everything; the same call again goes on where it stopped. */
    public Job commit(UUID id) {
        needFiles(id);
        free(id);
        table.postedElsewhere(id).ifPresent(other -> {
            throw new ImportRefused("posted-before", "import " + other + " has a file of the same content; undo it first");
        });
        if (!table.moves(id, Status.POSTING, List.of(Status.NEW, Status.CHECKED, Status.POSTING))) {
            throw new ImportRefused("wrong-state", "import " + id + " is " + found(id).status() + " and cannot be posted");
        }
        return queued(id, "Post import " + id, true);
    }

    /** Stops at the next good place; what is posted stays until it is resumed or undone. */
    public boolean cancel(UUID id) {
        return job(id).map(job -> jobs.cancel(job.id())).orElse(false);
    }

    /** Goes on where a cancelled or failed job stopped. */
    public Job resume(UUID id) {
        Job last = job(id).orElseThrow(() -> new ImportRefused("wrong-state", "import " + id + " has not been started"));
        if (!jobs.retry(last.id())) {
            throw new ImportRefused("wrong-state", "the last job of import " + id + " is " + last.status());
        }
        return jobs.find(last.id()).orElseThrow();
    }

    /** Reverses every posting of the batch, newest first. */
    public Job undo(UUID id) {
        free(id);
        if (!table.moves(id, Status.UNDOING, List.of(Status.POSTING, Status.POSTED, Status.UNDOING))) {
            throw new ImportRefused("wrong-state", "import " + id + " is " + found(id).status() + " and has nothing to undo");
        }
        Job job = jobs.run(UndoJob.KIND, "Undo import " + id, new UndoJob.Wanted(id));
        table.job(id, job.id());
        return job;
    }

    @RolesAllowed({"accountant", "auditor", "admin"})
    public Optional<Job> job(UUID id) {
        Long job = found(id).jobId();
        return job == null ? Optional.empty() : jobs.find(job);
    }

    private Job queued(UUID id, String title, boolean post) {
        Job job = jobs.run(ImportJob.KIND, title, new ImportJob.Wanted(id, post));
        table.job(id, job.id());
        return job;
    }

    private void needFiles(UUID id) {
        found(id);
        if (table.files(id).isEmpty()) {
            throw new ImportRefused("no-files", "import " + id + " has no files yet");
        }
    }

    private void free(UUID id) {
        job(id).filter(job -> !job.status().isOver()).ifPresent(job -> {
            throw new ImportRefused("busy", "job " + job.id() + " still works on import " + id);
        });
    }

    private ImportBatch found(UUID id) {
        return table.find(id).orElseThrow(() -> new ImportRefused("not-found", "no import " + id));
    }
}
