package entrepot.web.api;

import entrepot.trading.pricing.server.PriceRules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The rules by which prices are made. A change names the version it was made from. */
@Path("price-rules")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PriceRulesResource {

    private static final String NOUN = "price rule";

    @EJB
    private PriceRules rules;

    @GET
    public Page<PriceRuleBody> list() {
        return new Page<>(rules.list().stream().map(PriceRuleBody::of).toList(), null);
    }

    @GET
    @Path("{id}")
    public Response find(@PathParam("id") String id) {
        return answer(200, rules.find(PriceFields.inPath(NOUN, id)).orElseThrow(() -> missing(id)));
    }

    @POST
    @RolesAllowed({"pricing", "admin"})
    public Response add(PriceRuleBody body) {
        return answer(201, rules.add(DocumentFields.body(body).read()));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"pricing", "admin"})
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String match, PriceRuleBody body) {
        PriceRules.Wanted wanted = DocumentFields.body(body).read();
        return answer(200, rules.change(PriceFields.inPath(NOUN, id), IfMatch.version(match), wanted).orElseThrow(() -> missing(id)));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({"pricing", "admin"})
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String match) {
        if (!rules.remove(PriceFields.inPath(NOUN, id), IfMatch.version(match))) {
            throw missing(id);
        }
    }

    private static Response answer(int status, PriceRules.Stored stored) {
        return Response.status(status)
                .location(URI.create("price-rules/" + stored.id()))
                .tag(Integer.toString(stored.version()))
                .entity(PriceRuleBody.of(stored))
                .build();
    }

    private static ApiProblem missing(String id) {
        return ApiProblem.notFound(NOUN + " " + id);
    }
}
