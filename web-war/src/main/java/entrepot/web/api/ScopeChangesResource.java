package entrepot.web.api;

import entrepot.inventory.method.server.ScopeReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Items of which something else is valued together, as if it had always been so or from a day on. */
@Path("scope-changes")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ScopeChangesResource {

    @Inject
    private ScopeChangeIntake intake;

    @EJB
    private ScopeReport report;

    /**
     * @param pools        the first, before and after
     * @param comparatives what it makes of each month; empty where it counts from a day on
     */
    public record Answer(ScopeReport.Change change, List<ScopeReport.Pool> pools, List<ScopeReport.Month> comparatives) {}

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response post(@HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, ScopeChangeIntake.Body body) {
        return dryRun ? Response.ok(intake.look(Proposed.orAny(key), body)).build() : intake.post(key, false, body);
    }

    /** Newest first. */
    @GET
    public Page<ScopeReport.Change> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        long before = fields.key(after, 18, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(report.changes(before, rows + 1), rows, ScopeReport.Change::seq);
    }

    @GET
    @Path("{posting}")
    public Answer one(@PathParam("posting") String posting) {
        ScopeReport.Change change = PathId.of(posting).flatMap(report::find)
                .orElseThrow(() -> ApiProblem.notFound("change of scope '" + posting + "'"));
        return new Answer(change, report.pools(change.seq(), ScopeChangeIntake.SHOWN), report.months(change.seq()));
    }
}
