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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;

/**
 * Which account plays a role for a category, or, as category {@code -}, for all that have none of their own; for a site, and
 * from a day, where those are given.
 */
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
    public Response one(
            @PathParam("role") String role,
            @PathParam("category") String category,
            @QueryParam("location") String location,
            @QueryParam("validFrom") String validFrom,
            @Context Request request) {
        return KeptAnswers.shown(request, desk.find(at(role, category, location, validFrom))
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
            @QueryParam("location") String location,
            @QueryParam("validFrom") String validFrom,
            @HeaderParam("If-Match") String ifMatch,
            AccountMapping body) {
        int version = IfMatch.version(ifMatch);
        AccountMapping at = at(role, category, location, validFrom);
        KeptAnswers.code("role", role, body.role());
        KeptAnswers.code("category", at.category(), body.category());
        KeptAnswers.code("location", at.location(), body.location());
        return KeptAnswers.changed(retry.run(() -> desk.change(
                version, new AccountMapping(role, at.category(), at.location(), at.validFrom(), body.account()))));
    }

    @DELETE
    @Path("{role}/{category}")
    @RolesAllowed({"accountant", "admin"})
    public void remove(
            @PathParam("role") String role,
            @PathParam("category") String category,
            @QueryParam("location") String location,
            @QueryParam("validFrom") String validFrom,
            @HeaderParam("If-Match") String ifMatch) {
        int version = IfMatch.version(ifMatch);
        AccountMapping at = at(role, category, location, validFrom);
        retry.run(() -> {
            desk.remove(at, version);
            return null;
        });
    }

    private static AccountMapping at(String role, String category, String location, String validFrom) {
        Fields fields = new Fields();
        LocalDate from = fields.dateIfGiven("?validFrom", validFrom);
        fields.check();
        return new AccountMapping(role, category.equals(OTHERS) ? null : category, location, from, null);
    }
}
