package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.server.BacktestDesk;
import entrepot.trading.backtest.server.BacktestRefused;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.learning.server.ModelRegistry;
import entrepot.trading.strategy.server.StrategyBook;
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
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Backtests: ask for one, see what came of it, its trades, orders, fills and curves. Running it is a job. */
@Path("backtests")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class BacktestsResource {

    private static final int POINTS = 2_000;
    private static final int MOST_POINTS = 10_000;

    @EJB
    private BacktestDesk desk;

    @EJB
    private BacktestReport report;

    @EJB
    private ModelRegistry registry;

    @EJB
    private StrategyBook book;

    @Inject
    private Retry retry;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response ask(@HeaderParam("Idempotency-Key") String key, BacktestBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.check();
        Experiment asked = DocumentFields.body(body).read(book::find);
        boolean made = ask(id, asked);
        return Response.status(made ? 202 : 200).header("Location", "/api/v1/backtests/" + id).entity(one(id.toString())).build();
    }

    private boolean ask(UUID id, Experiment asked) {
        try {
            return retry.run(() -> desk.ask(id, asked));
        } catch (BacktestRefused refused) {
            throw refused.code().equals("idempotency-clash")
                    ? ApiProblem.of(422, refused.code(), refused.getMessage())
                    : ApiProblem.fields(List.of(new ApiProblem.FieldError(refused.pointer() != null ? refused.pointer() : refused.code().contains("other") ? "/other" : refused.code().equals("no-flow") ? "/replay/kind" : "/instrument", refused.code(), refused.getMessage())));
        }
    }

    /** Newest first. */
    @GET
    public Page<BacktestAnswer> list(@QueryParam("instrument") String instrument, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        OfInstrument part = OfInstrument.read(instrument, after, limit);
        return Page.of(report.list(part.symbol(), part.before(), part.rows() + 1), part.rows(), BacktestView::number).map(BacktestAnswer::of);
    }

    @GET
    @Path("{id}")
    public BacktestAnswer one(@PathParam("id") String id) {
        return BacktestAnswer.of(found(id));
    }

    @GET
    @Path("{id}/trades")
    public Page<BacktestRows.Trade> trades(@PathParam("id") String id, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return Stretch.read(after, limit).of(finished(id).number(), report::trades, trade -> trade.number()).map(BacktestRows.Trade::of);
    }

    /** All of them. */
    @GET
    @Path("{id}/trades.csv")
    @Produces("text/csv")
    public Response tradesCsv(@PathParam("id") String id) {
        return csv(id, "trades.csv", BacktestCsv::trades);
    }

    /** All of them, as columns. */
    @GET
    @Path("{id}/trades.arrow")
    @Produces(ArrowStream.TYPE)
    public Response tradesArrow(@PathParam("id") String id) {
        long number = finished(id).number();
        return WholeFile.arrow("trades.arrows", out -> BacktestArrow.trades(report, number, out));
    }

    @GET
    @Path("{id}/orders")
    public Page<BacktestRows.Order> orders(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return Stretch.read(after, limit).of(finished(id).number(), report::orders, order -> order.number()).map(BacktestRows.Order::of);
    }

    /** All of them. */
    @GET
    @Path("{id}/orders.csv")
    @Produces("text/csv")
    public Response ordersCsv(@PathParam("id") String id) {
        return csv(id, "orders.csv", BacktestCsv::orders);
    }

    /** Each with the rule that made it. */
    @GET
    @Path("{id}/fills")
    public Page<BacktestRows.Fill> fills(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return Stretch.read(after, limit).of(finished(id).number(), report::fills, fill -> fill.number()).map(BacktestRows.Fill::of);
    }

    /** All of them. */
    @GET
    @Path("{id}/fills.csv")
    @Produces("text/csv")
    public Response fillsCsv(@PathParam("id") String id) {
        return csv(id, "fills.csv", BacktestCsv::fills);
    }

    /** Both positions of each trade of a pair; none of any other. */
    @GET
    @Path("{id}/legs")
    public Page<BacktestRows.Leg> legs(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return Stretch.read(after, limit).of(finished(id).number(), report::legs, leg -> leg.number()).map(BacktestRows.Leg::of);
    }

    /** All of them. */
    @GET
    @Path("{id}/legs.csv")
    @Produces("text/csv")
    public Response legsCsv(@PathParam("id") String id) {
        return csv(id, "legs.csv", BacktestCsv::legs);
    }

    /** Of one that is learned, what all its models were worth on what they had not seen. */
    @GET
    @Path("{id}/learning")
    public ModelAnswer.Learning learning(@PathParam("id") String id) {
        return ModelAnswer.Learning.of(registry.study(finished(id).id()).orElseThrow(() -> ApiProblem.notFound("learning of backtest '" + id + "'")));
    }

    /** Of a pair, columns for a drawing, in plain numbers. */
    @GET
    @Path("{id}/spread")
    public SpreadChart spread(@PathParam("id") String id, @QueryParam("points") Integer points) {
        int most = points(points);
        BacktestView view = finished(id);
        return SpreadChart.ofPair(report, view.number(), view.result().bars(), most);
    }

    /** At the close of each bar. */
    @GET
    @Path("{id}/equity")
    public Page<BacktestRows.Point> equity(@PathParam("id") String id, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return Stretch.read(after, limit).of(finished(id).number(), (number, from, rows) -> BacktestRows.points(report, number, from, rows), BacktestRows.Point::number);
    }

    /** All of it. */
    @GET
    @Path("{id}/equity.csv")
    @Produces("text/csv")
    public Response equityCsv(@PathParam("id") String id) {
        return csv(id, "equity.csv", BacktestCsv::equity);
    }

    /** All of it, as columns. */
    @GET
    @Path("{id}/equity.arrow")
    @Produces(ArrowStream.TYPE)
    public Response equityArrow(@PathParam("id") String id) {
        long number = finished(id).number();
        return WholeFile.arrow("equity.arrows", out -> BacktestArrow.equity(report, number, out));
    }

    /** Columns for a drawing, in plain numbers; where there are more bars than points, neighbours are joined. */
    @GET
    @Path("{id}/chart")
    public BacktestChart chart(@PathParam("id") String id, @QueryParam("points") Integer points) {
        int most = points(points);
        BacktestView view = finished(id);
        return BacktestChart.of(report, view.number(), view.result().bars(), most);
    }

    static int points(Integer points) {
        Fields fields = new Fields();
        int most = points == null ? POINTS : points;
        if (most < 2 || most > MOST_POINTS) {
            fields.refuse("?points", "range", "must be 2 to " + MOST_POINTS + ", is " + most);
        }
        fields.check();
        return most;
    }

    /** All rows of one kind. */
    private interface AllRows {
        void write(BacktestCsv csv) throws IOException;
    }

    private Response csv(String id, String name, AllRows rows) {
        long number = finished(id).number();
        return WholeFile.csv(name, out -> rows.write(new BacktestCsv(report, number, out)));
    }

    private BacktestView finished(String id) {
        BacktestView view = found(id);
        if (view.result() == null) {
            throw ApiProblem.of(409, "not-finished", "backtest " + id + " is " + view.job().status() + " and has no result yet");
        }
        return view;
    }

    private BacktestView found(String id) {
        return PathId.of(id).flatMap(report::find).orElseThrow(() -> ApiProblem.notFound("backtest '" + id + "'"));
    }
}
