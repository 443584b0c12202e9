package entrepot.web.api;

import entrepot.platform.inbox.DecisionLag;
import entrepot.trading.pricing.server.Once;
import entrepot.trading.pricing.server.PriceByHand;
import entrepot.trading.pricing.server.PriceDesk;
import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
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
import java.math.BigDecimal;
import java.util.UUID;

/** The price of each item, how it came about, and what a person sets. */
@Path("prices")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PricesResource {

    @EJB
    private PriceList list;

    @EJB
    private PriceRecords records;

    @EJB
    private PriceDesk desk;

    @GET
    public Page<PriceViews.Price> list(@QueryParam("search") String search, @QueryParam("filter") String filter,
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        String part = fields.textIfGiven("?search", search, 100);
        PriceList.Filter which = fields.oneOfIfGiven("?filter", filter, PriceList.Filter.class, PriceList.Filter.ALL);
        String from = after == null ? "" : fields.text("?after", after, 32);
        fields.check();
        return Page.of(list.list(part, which, from, rows + 1), rows, PriceList.Line::sku).map(this::view);
    }

    @GET
    @Path("lag")
    @RolesAllowed({"buyer", "pricing", "auditor", "quant", "risk", "admin"})
    public DecisionLag.Lag lag() {
        return list.lag();
    }

    @GET
    @Path("{sku}")
    public PriceViews.Price find(@PathParam("sku") String sku) {
        return view(list.find(sku).orElseThrow(() -> ApiProblem.notFound("item of this SKU")));
    }

    /** Newest first. */
    @GET
    @Path("{sku}/history")
    @RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
    public Page<PriceViews.Entry> history(@PathParam("sku") String sku, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long before = PriceFields.before(fields, after);
        fields.check();
        find(sku);
        return Page.of(records.history(sku, before, rows + 1), rows, PriceRecords.Entry::id)
                .map(entry -> PriceViews.Entry.of(entry, list.currency()));
    }

    record NewPrice(String price, String reason) {}

    @PUT
    @Path("{sku}/base")
    @RolesAllowed({"pricing", "admin"})
    public PriceViews.Price base(@PathParam("sku") String sku, NewPrice body) {
        Fields fields = new Fields();
        BigDecimal price = PriceFields.price(fields, "/price", DocumentFields.body(body).price());
        String reason = fields.text("/reason", body.reason(), 200);
        fields.check();
        desk.base(sku, price, reason);
        return find(sku);
    }

    /** Sets the price against the rules; outside of the guard rails it takes an admin. */
    @POST
    @Path("{sku}/override")
    @RolesAllowed({"pricing", "admin"})
    public Response override(@PathParam("sku") String sku, @HeaderParam("Idempotency-Key") String key, NewPrice body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        BigDecimal price = PriceFields.price(fields, "/price", DocumentFields.body(body).price());
        String reason = fields.text("/reason", body.reason(), 200);
        fields.check();
        Once.Made made = desk.override(new PriceByHand.NewPrice(
                id, sku, price, reason, DocumentFields.content("price-override " + sku, body)));
        PriceViews.Entry entry = PriceViews.Entry.of(records.entry(made.row()).orElseThrow(), list.currency());
        return Response.status(made.again() ? Response.Status.OK : Response.Status.CREATED).entity(entry).build();
    }

    private PriceViews.Price view(PriceList.Line line) {
        return PriceViews.Price.of(line, list.currency());
    }
}
