package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.platform.job.JobRefused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

/** Long work: what runs, how far it is, what came of it; run, cancel, try again. Who may run a kind is the kind's to say. */
@Path("jobs")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    private static final int LOG_LINES = 200;

    @EJB
    private JobDesk desk;

    /** @param kind to run now; one that needs no parameters */
    record Start(String kind) {}

    record Kind(String name, String title, LocalTime nightlyAt, ZonedDateTime next, boolean mayRun, JobAnswer last) {}

    @GET
    public Page<JobAnswer> list(
            @QueryParam("kind") String kind, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        var fields = new Fields();
        int rows = fields.limit(limit);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        fields.check();
        return Page.of(desk.list(kind, before, rows + 1), rows, Job::id).map(JobAnswer::of);
    }

    @GET
    @Path("kinds")
    public List<Kind> kinds() {
        return desk.kinds().stream()
                .map(kind -> new Kind(kind.name(), kind.title(), kind.nightlyAt(), kind.next(), kind.mayRun(),
                        kind.last() == null ? null : JobAnswer.of(kind.last())))
                .toList();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    public JobAnswer one(@PathParam("id") long id) {
        return JobAnswer.of(found(id), desk.tail(id, LOG_LINES));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(Start body) {
        var fields = new Fields();
        String kind = fields.text("/kind", DocumentFields.body(body).kind(), 48);
        fields.check();
        Job job = refusable(() -> desk.runNow(kind));
        return Response.accepted(JobAnswer.of(job)).location(URI.create("jobs/" + job.id())).build();
    }

    @POST
    @Path("{id: [0-9]{1,18}}/cancel")
    public JobAnswer cancel(@PathParam("id") long id) {
        found(id);
        return changed(id, refusable(() -> desk.cancel(id)), "is over already");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/retry")
    public JobAnswer retry(@PathParam("id") long id) {
        found(id);
        return changed(id, refusable(() -> desk.retry(id)), "neither failed nor was cancelled");
    }

    private JobAnswer changed(long id, boolean changed, String otherwise) {
        if (!changed) {
            throw ApiProblem.of(409, "job-state", "job " + id + " " + otherwise);
        }
        return one(id);
    }

    private Job found(long id) {
        return desk.find(id).orElseThrow(() -> ApiProblem.notFound("job " + id));
    }

    private static <T> T refusable(Supplier<T> work) {
        try {
            return work.get();
        } catch (JobRefused refused) {
            throw refused.isForbidden()
                    ? ApiProblem.of(403, "forbidden", refused.getMessage())
                    : ApiProblem.fields(List.of(new ApiProblem.FieldError("/kind", "unknown-kind", refused.getMessage())));
        }
    }
}
