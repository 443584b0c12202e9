package entrepot.web.api;

import entrepot.inventory.ledger.PostingKind;
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

/** What was taken apart. */
@Path("disassemblies")
@RequestScoped
@RolesAllowed({"storekeeper", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DisassembliesResource {

    @Inject
    private AssemblyIntake intake;

    @POST
    public Response post(@HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, AssemblyBody body) {
        return intake.post(key, dryRun, PostingKind.DISASSEMBLY, body);
    }
}
