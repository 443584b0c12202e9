package entrepot.web.api;

import entrepot.inventory.catalogue.AccountMapping;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.server.MappingDesk;
import entrepot.platform.retry.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Which account plays a role for a category, or, as category {@code -}, for all that have none of their own. */
@Path("account-mappings")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountMappingsResource {

    private static final String OTHERS = "-";

    @EJB
    private MappingDesk desk;

    @Inject
    private Retry retry;

    @GET
    public Page<AccountMapping> list() {
        return new Page<>(desk.all().stream().map(Kept::value).toList(), null);
    }

    @GET
    @Path("{role}/{category}")
    public Response one(@PathParam("role") String role, @PathParam("category") String category, @Context Request request) {
        return KeptAnswers.shown(request, desk.find(role, given(category))
                .orElseThrow(() -> ApiProblem.notFound("mapping of role '" + role + "' here")));
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response create(AccountMapping mapping, @Context UriInfo here) {
        Kept<AccountMapping> kept = retry.run(() -> desk.create(mapping));
        return KeptAnswers.created(here, mapping.role() + "/" + (mapping.category() == null ? OTHERS : mapping.category()), kept);
    }

    @PUT
    @Path("{role}/{category}")
    @RolesAllowed({"accountant", "admin"})
    public Response change(
            @PathParam("role") String role,
            @PathParam("category") String category,
            @HeaderParam("If-Match") String ifMatch,
            AccountMapping body) {
        int version = IfMatch.version(ifMatch);
        KeptAnswers.code("role", role, body.role());
        KeptAnswers.code("category", given(category), body.category());
        return KeptAnswers.changed(
                retry.run(() -> desk.change(version, new AccountMapping(role, given(category), body.account()))));
    }

    @DELETE
    @Path("{role}/{category}")
    @RolesAllowed({"accountant", "admin"})
    public void remove(
            @PathParam("role") String role, @PathParam("category") String category, @HeaderParam("If-Match") String ifMatch) {
        int version = IfMatch.version(ifMatch);
        retry.run(() -> {
            desk.remove(role, given(category), version);
            return null;
        });
    }

    private static String given(String category) {
        return category.equals(OTHERS) ? null : category;
    }
}
