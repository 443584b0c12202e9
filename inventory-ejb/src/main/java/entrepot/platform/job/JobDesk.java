package entrepot.platform.job;

import entrepot.platform.company.CompanyFile;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What people may do with jobs: look, run, cancel, try again. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class JobDesk {

    @Inject
    private JobTable table;

    @Inject
    private JobKinds kinds;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    @Inject
    private Event<Job> queued;

    /**
     * A kind as people see it.
     *
     * @param nightlyAt in the company's zone, or null
     * @param next      when it runs by itself, or null
     * @param mayRun    the caller, without parameters
     * @param last      the latest job of it, or null
     */
    public record Kind(String name, String title, LocalTime nightlyAt, ZonedDateTime next, boolean mayRun, Job last) {}

    public List<Kind> kinds() {
        return kinds.all().stream().map(this::kind).toList();
    }

    private Kind kind(JobKind kind) {
        LocalTime at = kind.nightlyAt().orElse(null);
        ZonedDateTime next = at == null
                ? null
                : new Schedule(kind.name(), at, companies.company().zone()).nextDue(clock.instant());
        Job last = table.list(kind.name(), Long.MAX_VALUE, 1).stream().findFirst().orElse(null);
        return new Kind(kind.name(), kind.title(), at, next, kind.needsNoParameters() && may(kind), last);
    }

    public Optional<Job> find(long id) {
        return table.find(id);
    }

    /** Newest first. @param kind null for all; @param before an id, or {@code Long.MAX_VALUE} */
    public List<Job> list(String kind, long before, int limit) {
        return table.list(kind, before, limit);
    }

    /** Newest first: failed, and no later job of the kind went well. */
    public List<Job> broken(int limit) {
        return table.broken(limit);
    }

    public List<JobLine> tail(long job, int lines) {
        return table.tail(job, lines);
    }

    /** Whether the caller may run, cancel and retry this job. */
    public boolean may(Job job) {
        return kinds.find(job.kind()).map(this::may).orElse(false);
    }

    /** @throws JobRefused for an unknown kind, or one that needs parameters, or where the caller may not */
    public Job runNow(String kind) {
        JobKind found = allowed(kind);
        if (!found.needsNoParameters()) {
            throw new JobRefused("'" + kind + "' needs parameters and is started elsewhere", false);
        }
        return add(found, found.title(), "{}");
    }

    /** Queues work on behalf of the caller. @param parameters written as JSON */
    public Job run(String kind, String title, Object parameters) {
        return add(allowed(kind), title, Attempt.write(parameters));
    }

    /** @return false where it is over already */
    public boolean cancel(long id) {
        return allowed(id) && table.askCancel(id);
    }

    /** Goes on from its checkpoint. @return false where it neither failed nor was cancelled */
    public boolean retry(long id) {
        boolean again = allowed(id) && table.retry(id);
        if (again) {
            table.find(id).ifPresent(queued::fire);
        }
        return again;
    }

    private Job add(JobKind kind, String title, String parameters) {
        long id = table.add(kind.name(), title, parameters, context.getCallerPrincipal().getName(), null).orElseThrow();
        Job job = table.find(id).orElseThrow();
        queued.fire(job);
        return job;
    }

    private boolean allowed(long id) {
        table.find(id).ifPresent(job -> allowed(job.kind()));
        return true;
    }

    private JobKind allowed(String name) {
        JobKind kind = kinds.find(name).orElseThrow(() -> new JobRefused("no job of kind '" + name + "'", false));
        if (!may(kind)) {
            throw new JobRefused("running '" + name + "' needs one of " + kind.runners() + " or admin", true);
        }
        return kind;
    }

    private boolean may(JobKind kind) {
        return context.isCallerInRole("admin") || context.isCallerInRole("system")
                || kind.runners().stream().anyMatch(context::isCallerInRole);
    }
}
