package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.screen.Answer;
import entrepot.trading.screen.SavedScreen;
import entrepot.trading.screen.server.ScreenBook;
import entrepot.trading.screen.server.ScreenDesk;
import entrepot.trading.screen.server.ScreenRefused;
import entrepot.trading.screen.server.ScreenReport;
import entrepot.trading.screen.server.ScreenView;
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
import java.util.Optional;
import java.util.UUID;

/** Screens: save them in versions as strategies are, ask them as of a day, see what came of it. Asking one is a job. */
@Path("screens")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ScreensResource {

    @EJB
    private ScreenBook book;

    @EJB
    private ScreenDesk desk;

    @EJB
    private ScreenReport report;

    @Inject
    private Retry retry;

    /** The latest version of each, by name. */
    @GET
    public Page<ScreenAnswer.Saved> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        String from = Optional.ofNullable(fields.textIfGiven("?after", after, 64)).orElse("");
        fields.check();
        return Page.of(book.latest(from, rows + 1), rows, SavedScreen::name).map(ScreenAnswer.Saved::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response add(ScreenBody body) {
        ScreenBody.Wanted wanted = DocumentFields.body(body).read(null);
        return answer(201, SavedVersions.refusable(retry, () -> book.save(wanted.name(), 0, wanted.screen(), wanted.nightly(), wanted.note())));
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
    public Response save(@PathParam("name") String name, @HeaderParam("If-Match") String match, ScreenBody body) {
        found(name, 0);
        int seen = IfMatch.version(match);
        ScreenBody.Wanted wanted = DocumentFields.body(body).read(name);
        return answer(200, SavedVersions.refusable(retry,
                () -> book.save(wanted.name(), Math.max(1, seen), wanted.screen(), wanted.nightly(), wanted.note())));
    }

    /** The latest first. */
    @GET
    @Path("{name}/versions")
    public Page<ScreenAnswer.Saved> versions(@PathParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        int before = (int) fields.key(after, 9, Integer.MAX_VALUE);
        fields.check();
        found(name, 0);
        return Page.of(book.versions(name, before, rows + 1), rows, SavedScreen::version).map(ScreenAnswer.Saved::of);
    }

    @GET
    @Path("{name}/versions/{version: [0-9]{1,9}}")
    public ScreenAnswer.Saved version(@PathParam("name") String name, @PathParam("version") int version) {
        if (version == 0) {
            throw ApiProblem.notFound("screen '" + name + "', version 0");
        }
        return ScreenAnswer.Saved.of(found(name, version));
    }

    @POST
    @Path("{name}/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response ask(@PathParam("name") String name, @HeaderParam("Idempotency-Key") String key, ScreenRunBody body) {
        found(name, 0);
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.check();
        ScreenRunBody.Wanted wanted = DocumentFields.body(body).read();
        boolean made = ask(id, name, wanted);
        return Response.status(made ? 202 : 200).header("Location", "/api/v1/screens/" + name.replace(" ", "%20") + "/runs/" + id)
                .entity(run(name, id.toString())).build();
    }

    private boolean ask(UUID id, String name, ScreenRunBody.Wanted wanted) {
        try {
            return retry.run(() -> desk.ask(id, name, wanted.version(), wanted.day()));
        } catch (ScreenRefused refused) {
            throw refused.code().equals("unknown-screen") ? ApiProblem.notFound(refused.getMessage().substring(3))
                    : ApiProblem.of(422, refused.code(), refused.getMessage());
        }
    }

    /** Newest first. */
    @GET
    @Path("{name}/runs")
    public Page<ScreenAnswer.Run> runs(@PathParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        fields.check();
        found(name, 0);
        return Page.of(report.list(name, before, rows + 1), rows, view -> view.run().number()).map(ScreenAnswer.Run::of);
    }

    /** With what came and left since the run before. */
    @GET
    @Path("{name}/runs/{id}")
    public ScreenAnswer.Run run(@PathParam("name") String name, @PathParam("id") String id) {
        ScreenView view = asked(name, id);
        return ScreenAnswer.Run.of(view, view.result() == null ? null : report.changes(view).orElse(null));
    }

    /** What each instrument said: those that passed by rank, then the others by symbol. @param outcome PASSED, FAILED or NOT_JUDGED, all where absent */
    @GET
    @Path("{name}/runs/{id}/rows")
    public Page<ScreenAnswer.Row> rows(@PathParam("name") String name, @PathParam("id") String id, @QueryParam("outcome") String outcome,
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        Answer.Outcome of = fields.oneOfIfGiven("?outcome", outcome, Answer.Outcome.class, null);
        fields.check();
        ScreenView view = finished(name, id);
        return Stretch.read(after, limit).of(view.run().number(), (run, from, rows) -> report.answers(run, of, from, rows), Answer::number)
                .map(answer -> ScreenAnswer.Row.of(view, answer));
    }

    /** All of them. */
    @GET
    @Path("{name}/runs/{id}/rows.csv")
    @Produces("text/csv")
    public Response rowsCsv(@PathParam("name") String name, @PathParam("id") String id) {
        ScreenView view = finished(name, id);
        return WholeFile.csv("screen.csv", out -> ScreenCsv.rows(report, view, out));
    }

    private ScreenView finished(String name, String id) {
        ScreenView view = asked(name, id);
        if (view.result() == null) {
            throw ApiProblem.of(409, "not-finished", "run " + id + " is " + view.job().status() + " and has no result yet");
        }
        return view;
    }

    private ScreenView asked(String name, String id) {
        return PathId.of(id).flatMap(report::find).filter(view -> view.run().name().equals(name))
                .orElseThrow(() -> ApiProblem.notFound("run '" + id + "' of screen '" + name + "'"));
    }

    private SavedScreen found(String name, int version) {
        return book.find(name, version).orElseThrow(() -> ApiProblem.notFound("screen '" + name + "'" + (version == 0 ? "" : ", version " + version)));
    }

    private static Response answer(int status, SavedScreen saved) {
        return Response.status(status)
                .location(URI.create("screens/" + saved.name().replace(" ", "%20")))
                .tag(Integer.toString(saved.version()))
                .entity(ScreenAnswer.Saved.of(saved))
                .build();
    }
}
