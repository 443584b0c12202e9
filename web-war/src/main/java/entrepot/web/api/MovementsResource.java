package entrepot.web.api;

import entrepot.inventory.journal.server.JournalRow;
import entrepot.inventory.journal.server.PostingReport;
import entrepot.inventory.journal.server.PostingView;
import entrepot.platform.company.CompanyFile;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;

/** Goods that move without a sale: opening stock, receipts, supplier returns, issues, scrap, adjustments, transfers. */
@Path("movements")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MovementsResource {

    @Inject
    private NoteIntake intake;

    @EJB
    private PostingReport postings;

    @Inject
    private CompanyFile companies;

    public record Answer(
            String currency, PostingView.Head posting, List<PostingView.Movement> movements, List<PostingView.Value> values,
            List<JournalRow> journal, List<PostingView.Foreign> foreign) {}

    /** Any posting, also a sale: what it moved, what that is worth, and its journal. */
    @GET
    @Path("{id}")
    @RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
    public Answer one(@PathParam("id") String id) {
        PostingView found =
                PathId.of(id).flatMap(postings::find).orElseThrow(() -> ApiProblem.notFound("posting '" + id + "'"));
        return new Answer(companies.company().currency().getCurrencyCode(), found.head(), found.movements(), found.values(),
                found.journal(), found.foreign());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun,
            NoteBody body) {
        return intake.post(key, dryRun, body);
    }

    @POST
    @Consumes(Bulk.TYPE)
    @Produces(Bulk.TYPE)
    public StreamingOutput bulk(@HeaderParam("Content-Encoding") String encoding, InputStream body) {
        return intake.bulk(body, encoding);
    }
}
