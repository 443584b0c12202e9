package entrepot.web.api;

import entrepot.trading.pricing.server.PriceBatches;
import entrepot.trading.pricing.server.PriceDesk;
import entrepot.trading.pricing.server.PriceRecords;
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
import java.util.UUID;

/** Prices that changed together, and how they are taken back. */
@Path("price-batches")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PriceBatchesResource {

    @EJB
    private PriceRecords records;

    @EJB
    private PriceDesk desk;

    @Inject
    private BatchAnswers answers;

    /** Newest first. */
    @GET
    public Page<PriceViews.Batch> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long before = PriceFields.before(fields, after);
        fields.check();
        return Page.of(records.batches(before, rows + 1), rows, PriceRecords.Batch::id)
                .map(batch -> PriceViews.Batch.of(batch, null));
    }

    @GET
    @Path("{id}")
    public PriceViews.Batch find(@PathParam("id") String id) {
        return answers.find(PriceFields.inPath("price batch", id)).orElseThrow(() -> ApiProblem.notFound("price batch " + id));
    }

    record Undo(String note) {}

    /** Brings back the prices before the batch; those changed since stay and are named. */
    @POST
    @Path("{id}/rollback")
    @RolesAllowed({"pricing", "admin"})
    public Response rollBack(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Undo body) {
        Fields fields = new Fields();
        UUID document = fields.uuid("#Idempotency-Key", key);
        String note = fields.text("/note", DocumentFields.body(body).note(), 200);
        fields.check();
        return answers.of(desk.rollBack(new PriceBatches.Undo(document, PriceFields.inPath("price batch", id), note,
                DocumentFields.content("price-rollback " + id, body))));
    }
}
