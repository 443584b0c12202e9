package entrepot.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Why a movement costs what it does, down to receipts, charges and corrections. */
@Path("costs")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CostsResource {

    @Inject
    private Explained explained;

    /** @param movement its number, as postings name it */
    @GET
    @Path("{movement}")
    public Explained.Cost one(@PathParam("movement") String movement) {
        if (!movement.matches("\\d{1,18}")) {
            throw ApiProblem.notFound("movement '" + movement + "'");
        }
        return explained.of(Long.parseLong(movement)).orElseThrow(() -> ApiProblem.notFound("movement '" + movement + "'"));
    }
}
