package entrepot.web.api;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.server.CountBoard;
import entrepot.inventory.count.server.CountDesk;
import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.count.server.NewCount;
import entrepot.inventory.count.server.NewZoneCount;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Counts of stock as those see them who count: nothing here says what the book expects. */
@Path("counts")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CountsResource {

    @EJB
    private CountBoard board;

    @EJB
    private CountDesk desk;

    /** The latest first. @param from first day of counting of those that are posted, likewise {@code to} */
    @GET
    public Page<CountBoard.Count> list(
            @QueryParam("status") String status,
            @QueryParam("location") String location,
            @QueryParam("zone") String zone,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields fields = new QueryFields();
        CountStatus only = fields.oneOf("status", status, CountStatus.class, null);
        LocalDate first = fields.day("from", from);
        LocalDate last = fields.day("to", to);
        String place = fields.text("location", location);
        String inZone = fields.text("zone", zone);
        String before = fields.text("after", after);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.list(new CountBoard.Filter(only, place, inZone, first, last, before, rows + 1)), rows, CountBoard.Count::number);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return found(200, id(id));
    }

    @POST
    @RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
    public Response create(@HeaderParam("Idempotency-Key") String key, CountBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        NewCount count = DocumentFields.body(body).read(fields, id);
        fields.check();
        try {
            return found(desk.create(count, DocumentFields.content("COUNT", body)) ? 201 : 200, id);
        } catch (CountRefused refused) {
            throw CountProblems.of(refused, "/skus");
        }
    }

    /** One of each place of a zone at which something is to be counted, in the order of the way through the site. */
    @POST
    @Path("by-zone")
    @RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
    public Response createByZone(@HeaderParam("Idempotency-Key") String key, ZoneCountBody body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        NewZoneCount round = DocumentFields.body(body).read(fields, id);
        fields.check();
        try {
            int status = desk.createByZone(round, DocumentFields.content("ZONE_COUNT", body)) ? 201 : 200;
            return Response.status(status).entity(new Page<>(board.made(round), null)).build();
        } catch (CountRefused refused) {
            throw CountProblems.of(refused, "");
        }
    }

    /** In the order of the sheet; a line without {@code counted} is not counted, or is to be counted again. */
    @GET
    @Path("{id}/lines")
    public Page<CountBoard.Line> lines(
            @PathParam("id") String id,
            @QueryParam("only") String only,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        CountBoard.Only which = fields.oneOfIfGiven("?only", only, CountBoard.Only.class, null);
        int last = (int) fields.key(after, 9, -1);
        int rows = fields.limit(limit);
        fields.check();
        UUID count = known(id).id();
        return Page.of(board.lines(count, which, last, rows + 1), rows, CountBoard.Line::number);
    }

    /** What is counted, whatever was said before in this round: all lines, or none where one is wrong. */
    @PUT
    @Path("{id}/lines")
    @RolesAllowed({"storekeeper", "admin"})
    public Response set(@PathParam("id") String id, CountEntriesBody body) {
        return set(id(id), DocumentFields.body(body));
    }

    @PUT
    @Path("{id}/lines")
    @RolesAllowed({"storekeeper", "admin"})
    @Consumes(Bulk.TYPE)
    public Response setMany(@PathParam("id") String id, @HeaderParam("Content-Encoding") String encoding, InputStream body)
            throws IOException {
        return set(id(id), CountEntriesBody.read(body, encoding));
    }

    /** So much more was found of each. */
    @POST
    @Path("{id}/lines")
    @RolesAllowed({"storekeeper", "admin"})
    public Response add(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, CountEntriesBody body) {
        return add(id(id), key, DocumentFields.body(body));
    }

    @POST
    @Path("{id}/lines")
    @RolesAllowed({"storekeeper", "admin"})
    @Consumes(Bulk.TYPE)
    public Response addMany(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @HeaderParam("Content-Encoding") String encoding,
            InputStream body) throws IOException {
        return add(id(id), key, CountEntriesBody.read(body, encoding));
    }

    /** Hands it in. Where differences are too large it is RECOUNT then, and says of which lines. */
    @POST
    @Path("{id}/submit")
    @RolesAllowed({"storekeeper", "admin"})
    public Response submit(@PathParam("id") String id) {
        desk.submit(id(id));
        return found(200, id(id));
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
    public Response cancel(@PathParam("id") String id) {
        desk.cancel(id(id));
        return found(200, id(id));
    }

    private Response set(UUID id, CountEntriesBody body) {
        Fields fields = new Fields();
        List<CountDesk.Entry> entries = body.read(fields);
        fields.check();
        desk.set(id, entries);
        return found(200, id);
    }

    private Response add(UUID id, String key, CountEntriesBody body) {
        Fields fields = new Fields();
        UUID request = fields.uuid("#Idempotency-Key", key);
        List<CountDesk.Entry> entries = body.read(fields);
        fields.check();
        desk.add(id, request, DocumentFields.content("COUNTED " + id, body), entries);
        return found(200, id);
    }

    private Response found(int status, UUID id) {
        CountBoard.Count count = known(id.toString());
        return Response.status(status)
                .location(URI.create("/api/v1/counts/" + id))
                .header(HttpHeaders.ETAG, IfMatch.tag(count.version()))
                .entity(count)
                .build();
    }

    private CountBoard.Count known(String id) {
        return board.find(id(id)).orElseThrow(() -> ApiProblem.notFound("count " + id));
    }

    static UUID id(String text) {
        return PathId.of(text).orElseThrow(() -> ApiProblem.notFound("count '" + text + "'"));
    }
}
