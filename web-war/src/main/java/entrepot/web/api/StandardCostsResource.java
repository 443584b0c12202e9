package entrepot.web.api;

import entrepot.inventory.revalue.server.RevaluationReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a unit of an item counts at from a day on, where the item is costed at a standard. */
@Path("standard-costs")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StandardCostsResource {

    @Inject
    private RevaluationIntake intake;

    @EJB
    private RevaluationReport report;

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response post(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun,
            RevaluationIntake.StandardCostsBody body) {
        return intake.post(key, dryRun, body);
    }

    /** Newest first. @param item a SKU, or null for all */
    @GET
    public Page<RevaluationReport.Standard> list(
            @QueryParam("item") String item, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        String sku = fields.textIfGiven("?item", item, 32);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(report.standards(sku, before, rows + 1), rows, RevaluationReport.Standard::movement);
    }
}
