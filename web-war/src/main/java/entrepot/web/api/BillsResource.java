package entrepot.web.api;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.RollUp;
import entrepot.inventory.assembly.server.BillBoard;
import entrepot.inventory.assembly.server.BillDesk;
import entrepot.inventory.assembly.server.RollUpReport;
import entrepot.inventory.valuation.CostLayer;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What items are made of, what that would cost today, and where an item goes into. */
@Path("bills")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BillsResource {

    @EJB
    private BillBoard board;

    @EJB
    private BillDesk desk;

    @EJB
    private RollUpReport rollUp;

    @Inject
    private BillIntake intake;

    @Inject
    private CompanyFile companies;

    public record Answer(
            String sku, int version, BillKind kind, Quantity makes, BigDecimal labour, BigDecimal overhead, String currency, String note,
            List<Line> lines) {}

    public record Line(String sku, Quantity quantity, BigDecimal scrap) {}

    /** @param layers what would be taken from the shelf, in that order */
    public record Cost(
            String sku, Quantity quantity, Quantity shelf, List<Layer> layers, Quantity made, BigDecimal beside, Quantity bought,
            BigDecimal estimate, BigDecimal cost, boolean there, List<Cost> parts) {

        static Cost of(RollUp.Node node) {
            return new Cost(node.sku(), node.quantity(), node.shelf(), node.layers().stream().map(Layer::of).toList(), node.made(),
                    node.beside().decimal(), node.bought(), node.estimate().decimal(), node.cost().decimal(), node.isThere(),
                    node.parts().stream().map(Cost::of).toList());
        }
    }

    /** @param date and movement: of the receipt; null of an average or a standard */
    public record Layer(LocalDate date, Long movement, Quantity quantity, BigDecimal value) {

        static Layer of(RollUp.Layer layer) {
            boolean pooled = layer.origin().equals(CostLayer.Origin.POOLED);
            return new Layer(pooled ? null : layer.origin().date(), pooled ? null : layer.origin().movement(), layer.quantity(), layer.value().decimal());
        }
    }

    public record Costs(String currency, String location, Cost cost) {}

    @GET
    public Page<BillBoard.Row> list(
            @QueryParam("kind") String kind, @QueryParam("part") String part, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        BillKind only = fields.oneOfIfGiven("?kind", kind, BillKind.class, null);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.list(only, part, after, rows + 1), rows, BillBoard.Row::sku);
    }

    @GET
    @Path("{sku}")
    public Response get(@PathParam("sku") String sku) {
        Bill bill = board.find(sku).orElseThrow(() -> ApiProblem.notFound("bill of '" + sku + "'"));
        return Response.ok(answer(bill)).header(HttpHeaders.ETAG, IfMatch.tag(bill.version())).build();
    }

    /** The latest first. */
    @GET
    @Path("{sku}/versions")
    public Page<Answer> versions(@PathParam("sku") String sku) {
        return new Page<>(board.versions(sku).stream().map(this::answer).toList(), null);
    }

    @GET
    @Path("{sku}/cost")
    @RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
    public Costs cost(@PathParam("sku") String sku, @QueryParam("location") String location, @QueryParam("quantity") String quantity) {
        Fields fields = new Fields();
        Quantity made = quantity == null ? Quantity.units(1) : fields.positiveQuantity("?quantity", quantity);
        String place = fields.text("?location", location, 32);
        fields.check();
        return new Costs(companies.company().currency().getCurrencyCode(), place, Cost.of(rollUp.of(sku, place, made)));
    }

    /** Of any item, whether it is made itself or not. */
    @GET
    @Path("{sku}/used-in")
    public Page<BillBoard.Use> usedIn(@PathParam("sku") String sku) {
        return new Page<>(board.usedIn(sku), null);
    }

    /** The next version; {@code If-Match: "0"} where the item never had a bill. */
    @PUT
    @Path("{sku}")
    @RolesAllowed({"storekeeper", "buyer", "admin"})
    public Response set(@PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) String version, BillBody body) {
        intake.set(sku, IfMatch.version(version), body);
        return get(sku);
    }

    @DELETE
    @Path("{sku}")
    @RolesAllowed({"storekeeper", "buyer", "admin"})
    public Response withdraw(@PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        desk.withdraw(sku, IfMatch.version(version));
        return Response.noContent().build();
    }

    private Answer answer(Bill bill) {
        return new Answer(bill.sku(), bill.version(), bill.kind(), bill.makes(), bill.labour(), bill.overhead(),
                companies.company().currency().getCurrencyCode(), bill.note(),
                bill.parts().stream().map(part -> new Line(part.sku(), part.quantity(), part.scrap())).toList());
    }
}
