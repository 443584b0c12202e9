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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Freight, duty and other costs that are known later than the receipt they belong to. */
@Path("landed-costs")
@RequestScoped
@RolesAllowed({"buyer", "accountant", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LandedCostsResource {

    @Inject
    private AmendmentIntake intake;

    @POST
    public Response post(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") boolean dryRun,
            AmendmentIntake.LandedCostBody body) {
        return intake.post(key, dryRun, body);
    }
}
