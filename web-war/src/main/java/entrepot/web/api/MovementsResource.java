package entrepot.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** Goods that move without a sale: opening stock, receipts, supplier returns, issues, scrap, adjustments, transfers. */
@Path("movements")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MovementsResource {

    @Inject
    private NoteIntake intake;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun,
            @Context SecurityContext caller,
            NoteBody body) {
        return intake.post(caller, key, dryRun, body);
    }

    @POST
    @Consumes(Bulk.TYPE)
    @Produces(Bulk.TYPE)
    public StreamingOutput bulk(
            @HeaderParam("Content-Encoding") String encoding, @Context SecurityContext caller, InputStream body) {
        return intake.bulk(caller, body, encoding);
    }
}
