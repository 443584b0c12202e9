package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.server.BasketDesk;
import entrepot.trading.basket.server.BasketRefused;
import entrepot.trading.basket.server.BasketReport;
import entrepot.trading.basket.server.BasketView;
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

/** Portfolio backtests: ask for one, see what came of it and every row that it is made of. Running it is a job. */
@Path("portfolio-backtests")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class BasketsResource {

    @EJB
    private BasketDesk desk;

    @EJB
    private BasketReport report;

    @Inject
    private Retry retry;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "admin"})
    public Response ask(@HeaderParam("Idempotency-Key") String key, BasketBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.check();
        BasketExperiment asked = DocumentFields.body(body).read();
        boolean made = ask(id, asked);
        return Response.status(made ? 202 : 200).header("Location", "/api/v1/portfolio-backtests/" + id).entity(one(id.toString())).build();
    }

    private boolean ask(UUID id, BasketExperiment asked) {
        try {
            return retry.run(() -> desk.ask(id, asked));
        } catch (BasketRefused refused) {
            throw refused.code().equals("idempotency-clash") ? ApiProblem.of(422, refused.code(), refused.getMessage())
                    : ApiProblem.fields(List.of(new ApiProblem.FieldError("/instruments", refused.code(), refused.getMessage())));
        }
    }

    /** Newest first, without what each instrument brought. @param instrument only those with it */
    @GET
    public Page<BasketAnswer> list(@QueryParam("instrument") String instrument, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        OfInstrument part = OfInstrument.read(instrument, after, limit);
        return Page.of(report.list(part.symbol(), part.before(), part.rows() + 1), part.rows(), BasketView::number)
                .map(view -> BasketAnswer.of(view, List.of()));
    }

    @GET
    @Path("{id}")
    public BasketAnswer one(@PathParam("id") String id) {
        BasketView view = found(id);
        return BasketAnswer.of(view, report.members(view.number()));
    }

    /** All of them, each with the version of its data and what it brought. */
    @GET
    @Path("{id}/instruments.csv")
    @Produces("text/csv")
    public Response instrumentsCsv(@PathParam("id") String id) {
        return csv(id, "instruments.csv", BasketCsv::instruments);
    }

    @GET
    @Path("{id}/orders")
    public Page<BasketLines.OrderLine> orders(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        BasketView view = finished(id);
        return Stretch.read(after, limit).of(view.number(), report::orders, row -> row.number()).map(row -> BasketLines.OrderLine.of(row, view.result()));
    }

    /** All of them. */
    @GET
    @Path("{id}/orders.csv")
    @Produces("text/csv")
    public Response ordersCsv(@PathParam("id") String id) {
        return csv(id, "orders.csv", BasketCsv::orders);
    }

    /** All of them, as columns. */
    @GET
    @Path("{id}/orders.arrow")
    @Produces(ArrowStream.TYPE)
    public Response ordersArrow(@PathParam("id") String id) {
        BasketView view = finished(id);
        return WholeFile.arrow("orders.arrows", out -> BasketArrow.orders(report, view, out));
    }

    /** Dividends and splits. */
    @GET
    @Path("{id}/bookings")
    public Page<BasketLines.BookingLine> bookings(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        BasketView view = finished(id);
        return Stretch.read(after, limit).of(view.number(), report::bookings, row -> row.number()).map(row -> BasketLines.BookingLine.of(row, view.result()));
    }

    /** All of them. */
    @GET
    @Path("{id}/bookings.csv")
    @Produces("text/csv")
    public Response bookingsCsv(@PathParam("id") String id) {
        return csv(id, "bookings.csv", BasketCsv::bookings);
    }

    /** Weights and parts of the risk; of a spread, why it was entered or left. */
    @GET
    @Path("{id}/decisions")
    public Page<BasketLines.DecisionLine> decisions(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        BasketView view = finished(id);
        return Stretch.read(after, limit).of(view.number(), report::decisions, row -> row.number()).map(row -> BasketLines.DecisionLine.of(row, view.experiment().symbols()));
    }

    /** All of them. */
    @GET
    @Path("{id}/decisions.csv")
    @Produces("text/csv")
    public Response decisionsCsv(@PathParam("id") String id) {
        return csv(id, "decisions.csv", BasketCsv::decisions);
    }

    /** Worth, cash and weights at the close of each day. */
    @GET
    @Path("{id}/days.csv")
    @Produces("text/csv")
    public Response daysCsv(@PathParam("id") String id) {
        return csv(id, "days.csv", BasketCsv::days);
    }

    /** The same as columns. */
    @GET
    @Path("{id}/days.arrow")
    @Produces(ArrowStream.TYPE)
    public Response daysArrow(@PathParam("id") String id) {
        BasketView view = finished(id);
        return WholeFile.arrow("days.arrows", out -> BasketArrow.days(report, view, out));
    }

    /** Columns for a drawing, in plain numbers; where there are more days than points, neighbours are joined. */
    @GET
    @Path("{id}/chart")
    public BasketChart chart(@PathParam("id") String id, @QueryParam("points") Integer points) {
        int most = BacktestsResource.points(points);
        return BasketChart.of(report, finished(id), most);
    }

    /** Score and combinations of the spread at each close, of a rule that trades one. */
    @GET
    @Path("{id}/spread.csv")
    @Produces("text/csv")
    public Response spreadCsv(@PathParam("id") String id) {
        BasketView view = withSpread(id);
        return WholeFile.csv("spread.csv", out -> new BasketCsv(report, view, out).spread());
    }

    /** The same as columns for a drawing; of days that are joined the last. */
    @GET
    @Path("{id}/spread")
    public SpreadChart spread(@PathParam("id") String id, @QueryParam("points") Integer points) {
        int most = BacktestsResource.points(points);
        BasketView view = withSpread(id);
        return SpreadChart.ofBasket(report, view.number(), view.result().days(), most);
    }

    private BasketView withSpread(String id) {
        BasketView view = finished(id);
        if (!view.experiment().rule().kind().tradesSpread()) {
            throw ApiProblem.notFound("spread of portfolio backtest '" + id + "', whose rule is " + view.experiment().rule().kind());
        }
        return view;
    }

    /** All rows of one kind. */
    private interface AllRows {
        void write(BasketCsv csv) throws IOException;
    }

    private Response csv(String id, String name, AllRows rows) {
        BasketView view = finished(id);
        return WholeFile.csv(name, out -> rows.write(new BasketCsv(report, view, out)));
    }

    private BasketView finished(String id) {
        BasketView view = found(id);
        if (view.result() == null) {
            throw ApiProblem.of(409, "not-finished", "portfolio backtest " + id + " is " + view.job().status() + " and has no result yet");
        }
        return view;
    }

    private BasketView found(String id) {
        return PathId.of(id).flatMap(report::find).orElseThrow(() -> ApiProblem.notFound("portfolio backtest '" + id + "'"));
    }
}
