package entrepot.web.api;

import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.place.server.PlaceReport;
import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.server.PromisePolicyDesk;
import entrepot.inventory.promise.server.ReservationBoard;
import entrepot.inventory.promise.server.ReservationDesk;
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
import java.util.List;
import java.util.UUID;

/** Goods kept for somebody. */
@Path("reservations")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReservationsResource {

    @EJB
    private ReservationBoard board;

    @EJB
    private ReservationDesk desk;

    @EJB
    private PromisePolicyDesk policies;

    @EJB
    private PlaceReport places;

    @Inject
    private ReservationIntake intake;

    /** @param lines numbers of those whose rest is free again; left out: all */
    record Release(List<Integer> lines, String reason) {}

    /** @param sellReserved REFUSE or WARN */
    record Policy(String sellReserved) {}

    @GET
    public Page<ReservationBoard.Reservation> list(
            @QueryParam("status") String status,
            @QueryParam("customer") String customer,
            @QueryParam("location") String location,
            @QueryParam("sku") String sku,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        ReservationStatus only = fields.oneOfIfGiven("?status", status, ReservationStatus.class, null);
        int rows = fields.limit(limit);
        fields.check();
        var filter = new ReservationBoard.Filter(only, customer, location, sku, after, rows + 1);
        return Page.of(board.list(filter), rows, ReservationBoard.Reservation::number);
    }

    /** Where less is there than is reserved. */
    @GET
    @Path("exceptions")
    public Page<ReservationBoard.Broken> exceptions() {
        return new Page<>(board.broken(), null);
    }

    @GET
    @Path("policy")
    public Response policy() {
        PromisePolicyDesk.Policy policy = policies.policy();
        return Response.ok(new Policy(policy.sellReserved().name())).header(HttpHeaders.ETAG, IfMatch.tag(policy.version())).build();
    }

    @PUT
    @Path("policy")
    @RolesAllowed("admin")
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String version, Policy body) {
        Fields fields = new Fields();
        Reserved.Rule rule = fields.oneOf("/sellReserved", DocumentFields.body(body).sellReserved(), Reserved.Rule.class);
        fields.check();
        policies.change(rule, IfMatch.version(version));
        return policy();
    }

    @GET
    @Path("{id}")
    public ReservationBoard.Detail get(@PathParam("id") String id) {
        return found(id(id));
    }

    /** From which places what is held is taken, by pick sequence. */
    @GET
    @Path("{id}/pick-list")
    public Page<PlaceReport.Picked> pickList(@PathParam("id") String id) {
        return new Page<>(places.pickList(found(id(id)).reservation().id()), null);
    }

    /** Holds what is free now; what is not must come in time with what is on order. */
    @POST
    @RolesAllowed({"cashier", "storekeeper", "buyer", "admin"})
    public Response reserve(@HeaderParam("Idempotency-Key") String key, ReservationBody body) {
        ReservationIntake.Made made = intake.reserve(key, body);
        return Response.status(made.fresh() ? 201 : 200)
                .location(URI.create("/api/v1/reservations/" + made.id()))
                .entity(found(made.id()))
                .build();
    }

    /** It is wanted on another day, or kept until another time; all of it as it is from now on. */
    @PUT
    @Path("{id}/dates")
    @RolesAllowed({"cashier", "storekeeper", "buyer", "admin"})
    public ReservationBoard.Detail move(@PathParam("id") String id, ReservationDates body) {
        intake.move(id(id), body);
        return found(id(id));
    }

    /** What is left is free again; what was taken stays taken. A second time changes nothing. */
    @POST
    @Path("{id}/release")
    @RolesAllowed({"cashier", "storekeeper", "buyer", "admin"})
    public ReservationBoard.Detail release(@PathParam("id") String id, Release body) {
        Fields fields = new Fields();
        String reason = body == null ? null : fields.textIfGiven("/reason", body.reason(), 200);
        List<Integer> lines = body == null || body.lines() == null ? List.of() : body.lines();
        DocumentFields.hasHole(fields, "/lines", lines);
        fields.check();
        desk.release(id(id), lines, reason);
        return found(id(id));
    }

    private ReservationBoard.Detail found(UUID id) {
        return board.find(id).orElseThrow(() -> ApiProblem.notFound("reservation " + id));
    }

    private static UUID id(String text) {
        return PathId.of(text).orElseThrow(() -> ApiProblem.notFound("reservation '" + text + "'"));
    }
}
