package entrepot.inventory.opening.server;

import entrepot.inventory.opening.OpeningFinding;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.sql.Ids;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people may do to open a book: bring the files, look what is wrong, post. */
@Stateless
@RolesAllowed({"accountant", "admin"})
public class OpeningDesk {

    @Inject
    private OpeningTable table;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @Resource
    private SessionContext context;

    /** @return whether it was made now; false where there is one of this id */
    public boolean create(UUID id, LocalDate day) {
        return table.add(id, ids.next(), day, context.getCallerPrincipal().getName(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Takes a file, in place of one that came before. @return false where it is posted */
    public boolean keep(UUID id, OpeningFinding.File file, String text) {
        return table.keep(id, file, text);
    }

    /** Looks through both files, and posts them where nothing is wrong and that is wanted. */
    public Job run(UUID id, boolean post) {
        Job job = jobs.run(OpeningJob.KIND, post ? "Open the book" : "Check an opening", new OpeningJob.Wanted(id, post));
        table.job(id, job.id());
        return job;
    }

    @RolesAllowed({"accountant", "auditor", "admin"})
    public Optional<OpeningTable.Head> find(UUID id) {
        return table.find(id);
    }

    /** Newest first. @param before row number of the last one shown, or the largest there is */
    @RolesAllowed({"accountant", "auditor", "admin"})
    public List<OpeningTable.Head> list(long before, int limit) {
        return table.list(before, limit);
    }

    /** @param after place of the last one shown, or -1 */
    @RolesAllowed({"accountant", "auditor", "admin"})
    public List<OpeningTable.Found> findings(UUID id, int after, int limit) {
        return table.findings(id, after, limit);
    }
}
