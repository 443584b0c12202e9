package entrepot.web.api;

import entrepot.inventory.method.server.MethodReport;
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

/** Items that came to another costing method, applied as if it had always been so (IAS 8.22). */
@Path("costing-changes")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CostingChangesResource {

    @Inject
    private CostingChangeIntake intake;

    @EJB
    private MethodReport report;

    /** @param months what it makes of each month (IAS 8.29) */
    public record Answer(MethodReport.Change change, List<MethodReport.Month> months) {}

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response post(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, CostingChangeIntake.Body body) {
        return intake.post(key, dryRun, body);
    }

    /** Newest first. */
    @GET
    public Page<MethodReport.Change> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        long before = fields.key(after, 18, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(report.changes(before, rows + 1), rows, MethodReport.Change::seq);
    }

    @GET
    @Path("{posting}")
    public Answer one(@PathParam("posting") String posting) {
        MethodReport.Change change = find(posting);
        return new Answer(change, report.months(change.seq()));
    }

    /** By SKU. */
    @GET
    @Path("{posting}/items")
    public Page<MethodReport.Item> items(
            @PathParam("posting") String posting, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        String sku = fields.textIfGiven("?after", after, 32);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(report.items(find(posting).seq(), sku == null ? "" : sku, rows + 1), rows, MethodReport.Item::sku);
    }

    private MethodReport.Change find(String posting) {
        return PathId.of(posting).flatMap(report::find)
                .orElseThrow(() -> ApiProblem.notFound("change of method '" + posting + "'"));
    }
}
