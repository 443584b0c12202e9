package entrepot.web.api;

import entrepot.inventory.sale.Sale;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;

/** What customers bring back: to the sale a line names, or under a named cost policy. Read again as sales. */
@Path("returns")
@RequestScoped
@RolesAllowed({"cashier", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReturnsResource {

    @Inject
    private SaleIntake intake;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, SaleBody body) {
        return intake.post(Sale.Kind.RETURN, key, dryRun, body);
    }

    @POST
    @Consumes(Bulk.TYPE)
    @Produces(Bulk.TYPE)
    public StreamingOutput bulk(@HeaderParam("Content-Encoding") String encoding, InputStream body) {
        return intake.bulk(Sale.Kind.RETURN, body, encoding);
    }
}
