package entrepot.web.api;

import entrepot.inventory.reversal.server.ReversalDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Undoing a posting of any kind, by a posting linked to it. */
@Path("movements")
@RequestScoped
@RolesAllowed({"storekeeper", "accountant", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReversalResource {

    @EJB
    private ReversalDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private Previews previews;

    @Inject
    private Clock clock;

    @POST
    @Path("{id}/reverse")
    public Response reverse(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun,
            ReversalBody body) {
        UUID posting = PathId.of(id).orElseThrow(() -> ApiProblem.notFound("posting '" + id + "'"));
        ReversalBody asked = body == null ? ReversalBody.EMPTY : body;
        if (dryRun) {
            return previews.answer(desk.preview(request(posting, key == null ? UUID.randomUUID().toString() : key, asked)));
        }
        return Postings.answer(desk.reverse(request(posting, key, asked)), "movements");
    }

    private ReversalDesk.Request request(UUID posting, String key, ReversalBody body) {
        Fields fields = new Fields();
        UUID id = documents.id(fields, key, null);
        LocalDate date = body.businessDate() == null
                ? null
                : documents.businessDate(fields, body.businessDate(), clock.instant());
        var request = new ReversalDesk.Request(id, posting, date,
                fields.textIfGiven("/reference", body.reference(), 64),
                fields.textIfGiven("/reason", body.reason(), 200), null);
        fields.check();
        return request;
    }
}
