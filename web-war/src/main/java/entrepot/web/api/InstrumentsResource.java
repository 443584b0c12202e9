package entrepot.web.api;

import entrepot.inventory.catalogue.Kept;
import entrepot.platform.retry.Retry;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.Gap;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.Rollover;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.InstrumentDesk;
import entrepot.trading.market.server.QualityBoard;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** What is traded, and how good its series are. */
@Path("instruments")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InstrumentsResource {

    @EJB
    private InstrumentBoard board;

    @EJB
    private QualityBoard quality;

    @EJB
    private InstrumentDesk desk;

    @Inject
    private Retry retry;

    /** By symbol. */
    @GET
    public Page<InstrumentAnswer> list(@QueryParam("q") String text, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        String part = Listings.text(fields, "?q", text);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.list(part, after, rows + 1), rows, line -> line.instrument().symbol()).map(InstrumentAnswer::of);
    }

    @GET
    @Path("{symbol}")
    public Response one(@PathParam("symbol") String symbol, @Context Request request) {
        return KeptAnswers.shown(request, kept(symbol));
    }

    @POST
    @RolesAllowed({"quant", "admin"})
    public Response create(InstrumentBody body, @Context UriInfo here) {
        Instrument instrument = body.read();
        retry.run(() -> {
            desk.create(instrument);
            return instrument;
        });
        return KeptAnswers.created(here, instrument.symbol(), kept(instrument.symbol()));
    }

    @PUT
    @Path("{symbol}")
    @RolesAllowed({"quant", "admin"})
    public Response change(@PathParam("symbol") String symbol, @HeaderParam("If-Match") String ifMatch, InstrumentBody body) {
        int version = IfMatch.version(ifMatch);
        Instrument instrument = body.called(KeptAnswers.code("symbol", symbol, body.symbol())).read();
        retry.run(() -> {
            desk.change(version, instrument);
            return instrument;
        });
        return KeptAnswers.changed(kept(symbol));
    }

    /** A pause without bars. @param after the last bar before it; @param before the first one after it */
    record GapAnswer(Instant after, Instant before) {
        static GapAnswer of(Gap gap) {
            return new GapAnswer(Instant.ofEpochMilli(gap.after()), Instant.ofEpochMilli(gap.before()));
        }
    }

    @GET
    @Path("{symbol}/gaps")
    public Page<GapAnswer> gaps(@PathParam("symbol") String symbol, @QueryParam("step") String step, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        BarStep of = fields.oneOfIfGiven("?step", step, BarStep.class, BarStep.DAY);
        long from = MarketFields.after(fields, after, Long.MIN_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.gaps(symbol, of, from, rows + 1), rows, Gap::after).map(GapAnswer::of);
    }

    /** A bar that is of no session. @param time when it ended, or 00:00 UTC of its day */
    record Outside(Instant time) {}

    @GET
    @Path("{symbol}/outside")
    public Page<Outside> outside(@PathParam("symbol") String symbol, @QueryParam("step") String step, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        BarStep of = fields.oneOfIfGiven("?step", step, BarStep.class, BarStep.DAY);
        long from = MarketFields.after(fields, after, Long.MIN_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(quality.outside(symbol, of, from, rows + 1), rows, time -> time).map(time -> new Outside(Instant.ofEpochMilli(time)));
    }

    /** @param time of the first bar of the new contract, at whose open the old one is left; @param difference by which the new one is dearer */
    record RollAnswer(Instant time, String from, String to, double left, double entered, double difference) {
        static RollAnswer of(Rollover roll) {
            return new RollAnswer(Instant.ofEpochMilli(roll.time()), roll.from(), roll.to(), roll.left(), roll.entered(), roll.difference());
        }
    }

    /** Of a future with all its contracts. */
    @GET
    @Path("{symbol}/rolls")
    public Page<RollAnswer> rolls(@PathParam("symbol") String symbol, @QueryParam("step") String step, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        BarStep of = fields.oneOfIfGiven("?step", step, BarStep.class, BarStep.DAY);
        long from = MarketFields.after(fields, after, Long.MIN_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.rolls(symbol, of, from, rows + 1), rows, Rollover::time).map(RollAnswer::of);
    }

    private Kept<InstrumentAnswer> kept(String symbol) {
        return board.find(symbol).map(line -> new Kept<>(line.version(), InstrumentAnswer.of(line)))
                .orElseThrow(() -> ApiProblem.notFound("instrument '" + symbol + "'"));
    }
}
