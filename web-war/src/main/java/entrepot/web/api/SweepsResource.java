package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestDesk;
import entrepot.trading.backtest.server.BacktestRefused;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.server.BasketDesk;
import entrepot.trading.basket.server.BasketRefused;
import entrepot.trading.strategy.server.StrategyBook;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Measure;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.server.SweepDesk;
import entrepot.trading.sweep.server.SweepRefused;
import entrepot.trading.sweep.server.SweepReport;
import entrepot.trading.sweep.server.SweepView;
import entrepot.web.arrow.ArrowStream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Sweeps: ask for one, stop it, let it go on, see what came of its cells, and run one of them. Running a sweep is a job. */
@Path("sweeps")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SweepsResource {

    private static final int ROOM = 40;
    private static final int MOST_ROOM = 200;

    @EJB
    private SweepDesk desk;

    @EJB
    private SweepReport report;

    @EJB
    private BacktestDesk backtests;

    @EJB
    private BasketDesk baskets;

    @EJB
    private StrategyBook book;

    @Inject
    private Retry retry;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response ask(@HeaderParam("Idempotency-Key") String key, SweepBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.check();
        Sweep asked = DocumentFields.body(body).read(book::find);
        boolean made = refusable(asked.basket() == null ? "/instrument" : "/instruments", asked.basket() == null ? "/other" : "/instruments", () -> retry.run(() -> desk.ask(id, asked)));
        return Response.status(made ? 202 : 200).header("Location", "/api/v1/sweeps/" + id).entity(one(id.toString())).build();
    }

    /** Newest first. */
    @GET
    public Page<SweepAnswer> list(@QueryParam("instrument") String instrument, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        OfInstrument part = OfInstrument.read(instrument, after, limit);
        return Page.of(report.list(part.symbol(), part.before(), part.rows() + 1), part.rows(), SweepView::number).map(SweepAnswer::of);
    }

    @GET
    @Path("{id}")
    public SweepAnswer one(@PathParam("id") String id) {
        return SweepAnswer.of(found(id));
    }

    /** Stops it behind a chunk. */
    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"quant", "admin"})
    public SweepAnswer cancel(@PathParam("id") String id) {
        UUID sweep = found(id).id();
        refusable("/instrument", "/other", () -> {
            desk.cancel(sweep);
            return true;
        });
        return one(id);
    }

    /** Goes on at the first chunk that is missing. */
    @POST
    @Path("{id}/resume")
    @RolesAllowed({"quant", "admin"})
    public SweepAnswer resume(@PathParam("id") String id) {
        UUID sweep = found(id).id();
        refusable("/instrument", "/other", () -> {
            desk.resume(sweep);
            return true;
        });
        return one(id);
    }

    /** @param x name of an axis, the first where absent; {@code y} the second; @param measure IN_SHARPE where absent; @param fields an axis */
    @GET
    @Path("{id}/heatmap")
    public SweepHeatMap heatMap(@PathParam("id") String id, @QueryParam("x") String x, @QueryParam("y") String y,
            @QueryParam("measure") String measure, @QueryParam("fields") Integer fields) {
        SweepView view = finished(id);
        Fields wrong = new Fields();
        int across = axis(wrong, "?x", view, x, 0);
        int up = view.sweep().axes().size() == 1 ? -1 : axis(wrong, "?y", view, y, across == 1 ? 0 : 1);
        if (across == up) {
            wrong.refuse("?y", "same", "must be another axis than x");
        }
        Measure of = wrong.oneOfIfGiven("?measure", measure, Measure.class, Measure.IN_SHARPE);
        int room = fields == null ? ROOM : fields;
        if (room < 1 || room > MOST_ROOM) {
            wrong.refuse("?fields", "range", "must be 1 to " + MOST_ROOM + ", is " + room);
        }
        wrong.check();
        return SweepHeatMap.of(view, of, report.heatMap(view, of, across, up, room));
    }

    private static int axis(Fields fields, String pointer, SweepView view, String name, int otherwise) {
        List<String> names = view.sweep().axes().stream().map(Axis::name).toList();
        if (name != null && !names.contains(name)) {
            fields.refuse(pointer, "unknown-parameter", "must be one of " + names);
        }
        return name == null ? otherwise : names.indexOf(name);
    }

    /** All of them, gaps left out. */
    @GET
    @Path("{id}/cells.csv")
    @Produces("text/csv")
    public Response cells(@PathParam("id") String id) {
        SweepView view = finished(id);
        return WholeFile.csv("cells.csv", out -> new SweepCsv(report, view, out).cells());
    }

    /** All of them as columns, gaps left out. */
    @GET
    @Path("{id}/cells.arrow")
    @Produces(ArrowStream.TYPE)
    public Response cellsArrow(@PathParam("id") String id) {
        SweepView view = finished(id);
        return WholeFile.arrow("cells.arrows", out -> SweepArrow.cells(report, view, out));
    }

    /** Makes the ordinary backtest of a cell, over the whole time. */
    @POST
    @Path("{id}/cells/{cell: [0-9]{1,16}}/backtest")
    @RolesAllowed({"quant", "admin"})
    public Response backtest(@HeaderParam("Idempotency-Key") String key, @PathParam("id") String id, @PathParam("cell") long cell) {
        Fields fields = new Fields();
        UUID backtest = fields.uuid("#Idempotency-Key", key);
        fields.check();
        Sweep sweep = found(id).sweep();
        Optional<Experiment> one = sweep.experiment(cell);
        Optional<BasketExperiment> many = sweep.basket(cell);
        if (one.isEmpty() && many.isEmpty()) {
            throw ApiProblem.notFound("cell " + cell + " in sweep " + id);
        }
        try {
            boolean made = retry.run(() -> one.isPresent() ? backtests.ask(backtest, one.get()) : baskets.ask(backtest, many.get()));
            String place = one.isPresent() ? "/api/v1/backtests/" : "/api/v1/portfolio-backtests/";
            return Response.status(made ? 202 : 200).header("Location", place + backtest).build();
        } catch (BacktestRefused refused) {
            throw ApiProblem.of(422, refused.code(), refused.getMessage());
        } catch (BasketRefused refused) {
            throw ApiProblem.of(422, refused.code(), refused.getMessage());
        }
    }

    /** @param other of those that do not go with the first */
    private static boolean refusable(String pointer, String other, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (SweepRefused refused) {
            throw switch (refused.code()) {
                case "unknown-instrument" -> ApiProblem.fields(List.of(new ApiProblem.FieldError(pointer, refused.code(), refused.getMessage())));
                case "unknown-other", "other-currency" -> ApiProblem.fields(List.of(new ApiProblem.FieldError(other, refused.code(), refused.getMessage())));
                case "job-state" -> ApiProblem.of(409, refused.code(), refused.getMessage());
                default -> refused.pointer() == null ? ApiProblem.of(422, refused.code(), refused.getMessage())
                        : ApiProblem.fields(List.of(new ApiProblem.FieldError(refused.pointer(), refused.code(), refused.getMessage())));
            };
        }
    }

    private SweepView finished(String id) {
        SweepView view = found(id);
        if (view.result() == null) {
            throw ApiProblem.of(409, "not-finished", "sweep " + id + " is " + view.job().status() + " and has no result yet");
        }
        return view;
    }

    private SweepView found(String id) {
        return PathId.of(id).flatMap(report::find).orElseThrow(() -> ApiProblem.notFound("sweep '" + id + "'"));
    }
}
