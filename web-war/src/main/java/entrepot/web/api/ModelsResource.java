package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.learning.server.ModelRefused;
import entrepot.trading.learning.server.ModelRegistry;
import entrepot.trading.learning.server.ModelState;
import entrepot.trading.learning.server.ModelView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Models that were learned. None changes; people approve and retire them. */
@Path("models")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

    @EJB
    private ModelRegistry registry;

    @Inject
    private Retry retry;

    /** Newest first. @param backtest that they come from, absent for all */
    @GET
    public Page<ModelAnswer> list(@QueryParam("instrument") String instrument, @QueryParam("backtest") String backtest,
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        OfInstrument part = OfInstrument.read(instrument, after, limit);
        Fields fields = new Fields();
        UUID only = fields.uuidIfGiven("?backtest", backtest);
        fields.check();
        return Page.of(registry.list(part.symbol(), only, part.before(), part.rows() + 1), part.rows(), view -> view.model().number()).map(ModelAnswer::of);
    }

    @GET
    @Path("{id}")
    public ModelAnswer get(@PathParam("id") String id) {
        return ModelAnswer.of(found(id));
    }

    /** Coefficients or trees, to the byte of which {@code contentHash} is the SHA-256. */
    @GET
    @Path("{id}/content")
    public Response content(@PathParam("id") String id) {
        ModelView view = found(id);
        return Response.ok(registry.content(view.model().id()).orElseThrow().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"model-" + view.model().id() + ".json\"")
                .build();
    }

    /** Why somebody decides so. */
    record Reason(String note) {}

    /** By another person than who trained it. */
    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "risk", "admin"})
    public ModelAnswer approve(@PathParam("id") String id, Reason body) {
        return decide(id, ModelState.APPROVED, body);
    }

    /** For good. */
    @POST
    @Path("{id}/retire")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "risk", "admin"})
    public ModelAnswer retire(@PathParam("id") String id, Reason body) {
        return decide(id, ModelState.RETIRED, body);
    }

    private ModelAnswer decide(String id, ModelState to, Reason body) {
        Fields fields = new Fields();
        String note = fields.text("/note", DocumentFields.body(body).note(), 200);
        fields.check();
        UUID model = found(id).model().id();
        try {
            return ModelAnswer.of(retry.run(() -> registry.decide(model, to, note)));
        } catch (ModelRefused refused) {
            throw ApiProblem.of(409, refused.code(), refused.getMessage());
        }
    }

    private ModelView found(String id) {
        return PathId.of(id).flatMap(registry::find).orElseThrow(() -> ApiProblem.notFound("model '" + id + "'"));
    }
}
