package entrepot.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The description of the API, from the API itself. */
@Path("openapi")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

    @GET
    public ObjectNode describe() {
        return OpenApi.describe();
    }
}
