package entrepot.web.api;

import entrepot.inventory.check.server.SealReport;
import entrepot.inventory.check.server.SealRow;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The audit chain: its seals, newest first, and the walk along it. */
@Path("audit")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @EJB
    private SealReport seals;

    @EJB
    private JobDesk jobs;

    /** @param head the last seal of all, or absent before the first */
    public record Answer(SealRow head, List<SealRow> items, String next) {}

    @GET
    public Answer list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        String place = query.after(after, NUMBER);
        int rows = query.limit(limit);
        query.check();
        Page<SealRow> page = Page.of(
                seals.before(place == null ? Long.MAX_VALUE : Long.parseLong(place), rows + 1), rows, SealRow::number);
        return new Answer(seals.head().orElse(null), page.items(), page.next());
    }

    @POST
    @Path("verify")
    public Response verify() {
        Job job = jobs.runNow("audit-verify");
        return Response.accepted(JobAnswer.of(job)).location(URI.create("jobs/" + job.id())).build();
    }
}
