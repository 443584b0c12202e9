package entrepot.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Last days of lots that were written wrong. */
@Path("lot-expiries")
@RequestScoped
@RolesAllowed({"storekeeper", "accountant", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LotExpiriesResource {

    @Inject
    private ExpiryIntake intake;

    @POST
    public Response post(@HeaderParam("Idempotency-Key") String key, ExpiryIntake.Body body) {
        return Postings.answer(intake.post(key, body), "movements");
    }
}
