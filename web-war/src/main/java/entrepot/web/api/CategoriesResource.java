package entrepot.web.api;

import entrepot.inventory.catalogue.Category;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.server.CategoryDesk;
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

/** Groups of items. */
@Path("categories")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CategoriesResource {

    @EJB
    private CategoryDesk desk;

    @Inject
    private Retry retry;

    @GET
    public Page<Category> list(
            @QueryParam("q") String text,
            @QueryParam("active") String active,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Listing part = Listings.read(text, active, after, limit);
        return Page.of(desk.list(part), part.limit() - 1, kept -> kept.value().code()).map(Kept::value);
    }

    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code, @Context Request request) {
        return KeptAnswers.shown(request, desk.find(code).orElseThrow(() -> ApiProblem.notFound("category '" + code + "'")));
    }

    @POST
    @RolesAllowed({"buyer", "admin"})
    public Response create(Category entry, @Context UriInfo here) {
        return KeptAnswers.created(here, String.valueOf(entry.code()), retry.run(() -> desk.create(entry)));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed({"buyer", "admin"})
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Category body) {
        int version = IfMatch.version(ifMatch);
        Category entry = body.called(KeptAnswers.code("code", code, body.code()));
        return KeptAnswers.changed(retry.run(() -> desk.change(version, entry)));
    }

    @DELETE
    @Path("{code}")
    @RolesAllowed({"buyer", "admin"})
    public void remove(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        int version = IfMatch.version(ifMatch);
        retry.run(() -> {
            desk.remove(code, version);
            return null;
        });
    }
}
