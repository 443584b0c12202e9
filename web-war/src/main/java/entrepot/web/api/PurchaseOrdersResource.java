package entrepot.web.api;

import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.server.NewOrder;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.purchasing.server.PurchaseDesk;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Orders to suppliers, and what comes of them. */
@Path("purchase-orders")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PurchaseOrdersResource {

    @EJB
    private OrderBoard board;

    @EJB
    private PurchaseDesk desk;

    @Inject
    private OrderIntake orders;

    @Inject
    private OrderReceiptIntake intake;

    @Inject
    private DocumentFields documents;

    record Change(String expectedOn, String note, List<OrderBody.Line> lines) {}

    /** @param orderedOn left out: today */
    record Sent(String orderedOn) {}

    @GET
    public Page<OrderAnswer> list(
            @QueryParam("status") String status,
            @QueryParam("supplier") String supplier,
            @QueryParam("location") String location,
            @QueryParam("sku") String sku,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        OrderStatus only = fields.oneOfIfGiven("?status", status, OrderStatus.class, null);
        int rows = fields.limit(limit);
        fields.check();
        var filter = new OrderBoard.Filter(only, supplier, location, sku, after, rows + 1);
        return Page.of(board.list(filter), rows, OrderBoard.Order::number).map(OrderAnswer::of);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return found(200, id(id));
    }

    @POST
    @RolesAllowed({"buyer", "admin"})
    public Response create(@HeaderParam("Idempotency-Key") String key, OrderBody body) {
        boolean fresh = orders.create(key, body);
        return found(fresh ? 201 : 200, id(key));
    }

    /** Other lines, day and note for a draft. */
    @PUT
    @Path("{id}")
    @RolesAllowed({"buyer", "admin"})
    public Response change(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, Change body) {
        Fields fields = new Fields();
        LocalDate expectedOn = OrderBody.day(fields, "/expectedOn", DocumentFields.body(body).expectedOn());
        String note = fields.textIfGiven("/note", body.note(), 200);
        List<NewOrder.Line> lines = OrderBody.lines(fields, documents, body.lines());
        fields.check();
        Purchases.done(desk.change(id(id), IfMatch.version(version), expectedOn, note, lines), "/lines");
        return found(200, id(id));
    }

    /** Sends a draft to its supplier. */
    @POST
    @Path("{id}/order")
    @RolesAllowed({"buyer", "admin"})
    public Response order(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version, Sent body) {
        Fields fields = new Fields();
        LocalDate on = body == null ? null : OrderBody.day(fields, "/orderedOn", body.orderedOn());
        fields.check();
        Purchases.done(desk.order(id(id), IfMatch.version(version), on), "/lines");
        return found(200, id(id));
    }

    /** Ends a draft, or what has not come yet of an order that was sent. */
    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"buyer", "admin"})
    public Response cancel(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        Purchases.done(desk.cancel(id(id), IfMatch.version(version)), "/lines");
        return found(200, id(id));
    }

    /** Receives goods of the order: in part, in full, or a little more. */
    @POST
    @Path("{id}/receipts")
    @RolesAllowed({"storekeeper", "buyer", "admin"})
    public Response receive(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun,
            OrderReceiptBody body) {
        return dryRun ? Response.ok(intake.preview(key, id(id), body)).build() : intake.answer(key, id(id), body);
    }

    /** Books what the supplier shipped to the customer: a receipt and a sale, both or neither. */
    @POST
    @Path("{id}/deliveries")
    @RolesAllowed({"storekeeper", "buyer", "admin"})
    public Response deliver(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun,
            OrderReceiptBody body) {
        return dryRun ? Response.ok(intake.previewDelivery(key, id(id), body)).build() : intake.answerDelivery(key, id(id), body);
    }

    private Response found(int status, UUID id) {
        OrderBoard.Detail detail = board.find(id).orElseThrow(() -> ApiProblem.notFound("purchase order " + id));
        return Response.status(status)
                .location(URI.create("/api/v1/purchase-orders/" + id))
                .header(HttpHeaders.ETAG, IfMatch.tag(detail.order().version()))
                .entity(OrderAnswer.of(detail))
                .build();
    }

    private static UUID id(String text) {
        UUID id = new Fields().uuidIfGiven("", text);
        if (id == null) {
            throw ApiProblem.notFound("purchase order '" + text + "'");
        }
        return id;
    }
}
