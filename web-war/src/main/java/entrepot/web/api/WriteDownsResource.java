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
import java.time.LocalDate;

/** Stock carried at the lower of cost and net realisable value (IAS 2.9), and back up to cost (IAS 2.33). */
@Path("write-downs")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WriteDownsResource {

    @Inject
    private RevaluationIntake intake;

    @EJB
    private RevaluationReport report;

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response post(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun,
            RevaluationIntake.WriteDownBody body) {
        return intake.post(key, dryRun, body);
    }

    /** Newest first: what was written down, negative, and what was reversed (IAS 2.36). */
    @GET
    public Page<RevaluationReport.WriteDownRow> list(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        LocalDate first = fields.dateIfGiven("?from", from);
        LocalDate last = fields.dateIfGiven("?to", to);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(report.writeDowns(first, last, before, rows + 1), rows, RevaluationReport.WriteDownRow::movement);
    }
}
