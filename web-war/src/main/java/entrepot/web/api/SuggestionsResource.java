package entrepot.web.api;

import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.server.PurchaseDesk;
import entrepot.inventory.replenishment.server.SuggestionBoard;
import entrepot.inventory.replenishment.server.SuggestionBoard.Suggested;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What to order and why; a buyer edits, confirms, dismisses. */
@Path("replenishment/suggestions")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SuggestionsResource {

    private static final int MOST = 1000;

    @EJB
    private SuggestionBoard board;

    @EJB
    private PurchaseDesk desk;

    @Inject
    private CompanyFile companies;

    enum Status { OPEN, EDITED, CONFIRMED, DISMISSED, SUPERSEDED }

    record Edit(String quantity) {}

    /** @param order send the orders at once; else they are drafts */
    record Confirm(List<Long> ids, boolean order) {}

    record Dismiss(List<Long> ids, String reason) {}

    record Confirmed(List<UUID> orders) {}

    record Group(String supplier, String supplierName, String location, int suggestions, BigDecimal cost, String currency) {}

    @GET
    public Page<SuggestionAnswer> list(
            @QueryParam("supplier") String supplier,
            @QueryParam("location") String location,
            @QueryParam("sku") String sku,
            @QueryParam("status") String status,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        Status only = fields.oneOfIfGiven("?status", status, Status.class, null);
        int rows = fields.limit(limit);
        fields.check();
        var filter = new SuggestionBoard.Filter(supplier, location, sku, only == null ? null : only.name(), after, rows + 1);
        return Page.of(board.list(filter), rows, Suggested::key).map(this::answer);
    }

    @GET
    @Path("groups")
    public List<Group> groups() {
        return board.groups().stream()
                .map(group -> new Group(group.supplier(), group.supplierName(), group.location(), group.proposals(),
                        group.cost().decimal(), currency()))
                .toList();
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public Response get(@PathParam("id") long id) {
        return found(id);
    }

    @PATCH
    @Path("{id: \\d{1,18}}")
    @RolesAllowed({"buyer", "admin"})
    public Response edit(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String version, Edit body) {
        Fields fields = new Fields();
        Quantity quantity = fields.positiveQuantity("/quantity", DocumentFields.body(body).quantity());
        fields.check();
        Purchases.done(desk.edit(id, IfMatch.version(version), quantity), "/lines");
        return found(id);
    }

    @POST
    @Path("confirm")
    @RolesAllowed({"buyer", "admin"})
    public Response confirm(@HeaderParam("Idempotency-Key") String key, Confirm body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        List<Long> ids = ids(fields, DocumentFields.body(body).ids());
        fields.check();
        PurchaseOutcome outcome = desk.confirm(id, DocumentFields.content("CONFIRM", body), ids, body.order());
        PurchaseOutcome.Done done = Purchases.done(outcome, "/ids");
        return Response.status(done.again() ? 200 : 201).entity(new Confirmed(done.orders())).build();
    }

    @POST
    @Path("dismiss")
    @RolesAllowed({"buyer", "admin"})
    public Response dismiss(Dismiss body) {
        Fields fields = new Fields();
        List<Long> ids = ids(fields, DocumentFields.body(body).ids());
        String reason = fields.text("/reason", body.reason(), 200);
        fields.check();
        Purchases.done(desk.dismiss(ids, reason), "/ids");
        return Response.noContent().build();
    }

    private static List<Long> ids(Fields fields, List<Long> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            fields.refuse("/ids", "count", "must name 1 to " + MOST + " suggestions");
            return List.of();
        }
        return DocumentFields.hasHole(fields, "/ids", ids) ? List.of() : ids.stream().distinct().toList();
    }

    private Response found(long id) {
        Suggested row = board.find(id).orElseThrow(() -> ApiProblem.notFound("suggestion " + id));
        return Response.ok(answer(row)).header(HttpHeaders.ETAG, IfMatch.tag(row.version())).build();
    }

    private SuggestionAnswer answer(Suggested row) {
        return SuggestionAnswer.of(row, currency());
    }

    private String currency() {
        return companies.company().currency().getCurrencyCode();
    }
}
