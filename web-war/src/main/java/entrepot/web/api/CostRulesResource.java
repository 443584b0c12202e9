package entrepot.web.api;

import entrepot.inventory.catalogue.CostRule;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.server.CostRuleDesk;
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

/** How items are costed where systems disagree, by category, or, as category {@code -}, for all that have no rule of their own. */
@Path("cost-rules")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CostRulesResource {

    private static final String OTHERS = "-";

    @EJB
    private CostRuleDesk desk;

    @Inject
    private Retry retry;

    @GET
    public Page<CostRule> list() {
        return new Page<>(desk.all().stream().map(Kept::value).toList(), null);
    }

    @GET
    @Path("{category}")
    public Response one(@PathParam("category") String category, @Context Request request) {
        return KeptAnswers.shown(request, desk.find(given(category))
                .orElseThrow(() -> ApiProblem.notFound("rule of category '" + category + "'")));
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response create(CostRule rule, @Context UriInfo here) {
        Kept<CostRule> kept = retry.run(() -> desk.create(rule));
        return KeptAnswers.created(here, rule.category() == null ? OTHERS : rule.category(), kept);
    }

    @PUT
    @Path("{category}")
    @RolesAllowed({"accountant", "admin"})
    public Response change(@PathParam("category") String category, @HeaderParam("If-Match") String ifMatch, CostRule body) {
        int version = IfMatch.version(ifMatch);
        KeptAnswers.code("category", given(category), body.category());
        var rule = new CostRule(given(category), body.averagePeriod(), body.lateCost(), body.belowZero(), body.scope());
        return KeptAnswers.changed(retry.run(() -> desk.change(version, rule)));
    }

    @DELETE
    @Path("{category}")
    @RolesAllowed({"accountant", "admin"})
    public void remove(@PathParam("category") String category, @HeaderParam("If-Match") String ifMatch) {
        int version = IfMatch.version(ifMatch);
        retry.run(() -> {
            desk.remove(given(category), version);
            return null;
        });
    }

    private static String given(String category) {
        return category.equals(OTHERS) ? null : category;
    }
}
