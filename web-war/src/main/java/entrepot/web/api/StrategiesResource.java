package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.server.StrategyBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Optional;

/** Saved strategies. Each save is a new version, named by what it was made from; no version changes or goes. */
@Path("strategies")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class StrategiesResource {

    @EJB
    private StrategyBook book;

    @Inject
    private Retry retry;

    record Saved(String name, int version, String entry, String exit, String shortEntry, String shortExit, String parameters, String note,
            LocalDateTime savedAt, String savedBy) {
        static Saved of(SavedStrategy saved) {
            RuleStrategy rule = saved.rule();
            return new Saved(saved.name(), saved.version(), rule.entry(), rule.exit(), rule.shortEntry(), rule.shortExit(),
                    rule.variables().words(), saved.note(), saved.savedAt(), saved.savedBy());
        }
    }

    /** The latest version of each, by name. */
    @GET
    public Page<Saved> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        String from = Optional.ofNullable(fields.textIfGiven("?after", after, 64)).orElse("");
        fields.check();
        return Page.of(book.latest(from, rows + 1), rows, SavedStrategy::name).map(Saved::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response add(StrategyBody body) {
        StrategyBody.Wanted wanted = DocumentFields.body(body).read(null);
        return answer(201, SavedVersions.refusable(retry, () -> book.save(wanted.name(), 0, wanted.rule(), wanted.note())));
    }

    @GET
    @Path("{name}")
    public Response latest(@PathParam("name") String name) {
        return answer(200, found(name, 0));
    }

    /** Saves the next version. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response save(@PathParam("name") String name, @HeaderParam("If-Match") String match, StrategyBody body) {
        found(name, 0);
        int seen = IfMatch.version(match);
        StrategyBody.Wanted wanted = DocumentFields.body(body).read(name);
        return answer(200, SavedVersions.refusable(retry, () -> book.save(wanted.name(), Math.max(1, seen), wanted.rule(), wanted.note())));
    }

    /** The latest first. */
    @GET
    @Path("{name}/versions")
    public Page<Saved> versions(@PathParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        int before = (int) fields.key(after, 9, Integer.MAX_VALUE);
        fields.check();
        found(name, 0);
        return Page.of(book.versions(name, before, rows + 1), rows, SavedStrategy::version).map(Saved::of);
    }

    @GET
    @Path("{name}/versions/{version: [0-9]{1,9}}")
    public Saved version(@PathParam("name") String name, @PathParam("version") int version) {
        if (version == 0) {
            throw ApiProblem.notFound("strategy '" + name + "', version 0");
        }
        return Saved.of(found(name, version));
    }

    private SavedStrategy found(String name, int version) {
        return book.find(name, version).orElseThrow(() -> ApiProblem.notFound("strategy '" + name + "'" + (version == 0 ? "" : ", version " + version)));
    }

    private static Response answer(int status, SavedStrategy saved) {
        return Response.status(status)
                .location(URI.create("strategies/" + saved.name().replace(" ", "%20")))
                .tag(Integer.toString(saved.version()))
                .entity(Saved.of(saved))
                .build();
    }
}
