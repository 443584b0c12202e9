package entrepot.web.api;

import entrepot.inventory.opening.OpeningFinding;
import entrepot.inventory.opening.server.OpeningDesk;
import entrepot.inventory.opening.server.OpeningTable;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.csv.CsvEncoding;
import entrepot.platform.job.Job;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** Begins a book: opening stock that ties to a trial balance, posted as one document or not at all. */
@Path("opening-imports")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OpeningImportsResource {

    /** Bytes of a file; what the database keeps of one. */
    private static final int MOST = 16_000_000;

    @EJB
    private OpeningDesk desk;

    @Inject
    private DocumentFields documents;

    @Inject
    private CompanyFile companies;

    /** @param businessDate the last day before the book begins */
    public record Body(String businessDate) {}

    /** @param job that looks through it or did, absent before; @param findings how many; the first thousand can be read */
    public record Answer(
            UUID id, String currency, LocalDate businessDate, OpeningTable.Status status, Long stockBytes, Long trialBalanceBytes,
            Integer stockRows, Money stockValue, Integer findings, String job, String madeBy, LocalDateTime madeAt) {}

    @GET
    public Page<Answer> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        long before = fields.key(after, 18, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(desk.list(before, rows + 1), rows, OpeningTable.Head::rowNo).map(this::answer);
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response create(@HeaderParam("Idempotency-Key") String key, Body body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.required("/businessDate", DocumentFields.body(body).businessDate());
        LocalDate day = body.businessDate() == null ? null : documents.businessDate(fields, body.businessDate(), null);
        fields.check();
        boolean now = desk.create(id, day);
        OpeningTable.Head head = found(id.toString());
        if (!head.businessDate().equals(day)) {
            throw ApiProblem.of(422, "idempotency-clash", "the key " + id + " was used before for another day; a new request needs a new key");
        }
        return Response.status(now ? 201 : 200).location(URI.create("/api/v1/opening-imports/" + id)).entity(answer(head)).build();
    }

    @GET
    @Path("{id}")
    public Answer get(@PathParam("id") String id) {
        return answer(found(id));
    }

    /** CSV with {@code sku, location, quantity} and {@code unitCost} or {@code value}. */
    @PUT
    @Path("{id}/stock")
    @Consumes("text/csv")
    @RolesAllowed({"accountant", "admin"})
    public Answer stock(@PathParam("id") String id, @QueryParam("encoding") String encoding, InputStream body) throws IOException {
        return keep(id, OpeningFinding.File.STOCK, encoding, body);
    }

    /** CSV with {@code account, debit, credit}. */
    @PUT
    @Path("{id}/trial-balance")
    @Consumes("text/csv")
    @RolesAllowed({"accountant", "admin"})
    public Answer trialBalance(@PathParam("id") String id, @QueryParam("encoding") String encoding, InputStream body) throws IOException {
        return keep(id, OpeningFinding.File.TRIAL_BALANCE, encoding, body);
    }

    /** A job that looks through both files and posts nothing. */
    @POST
    @Path("{id}/check")
    @RolesAllowed({"accountant", "admin"})
    public Response check(@PathParam("id") String id) {
        return queued(id, false);
    }

    /** A job that posts them, where nothing is wrong. */
    @POST
    @Path("{id}/post")
    @RolesAllowed({"accountant", "admin"})
    public Response post(@PathParam("id") String id) {
        return queued(id, true);
    }

    /** What stands against it, in the order of the files; the first thousand. */
    @GET
    @Path("{id}/findings")
    public Page<OpeningTable.Found> findings(@PathParam("id") String id, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int last = (int) fields.key(after, 9, -1);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(desk.findings(found(id).id(), last, rows + 1), rows, OpeningTable.Found::place);
    }

    private Answer keep(String id, OpeningFinding.File file, String encoding, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw ApiProblem.of(413, "too-large", "a file may have " + MOST + " bytes");
        }
        if (!desk.keep(found(id).id(), file, CsvEncoding.named(encoding).decode(bytes))) {
            throw posted(id);
        }
        return get(id);
    }

    private Response queued(String id, boolean post) {
        OpeningTable.Head head = found(id);
        if (head.status() == OpeningTable.Status.POSTED || head.status() == OpeningTable.Status.UNDONE) {
            throw posted(id);
        }
        Job job = desk.run(head.id(), post);
        return Response.accepted(get(id)).header("Location", "/api/v1/jobs/" + job.id()).build();
    }

    private static ApiProblem posted(String id) {
        return ApiProblem.of(409, "already-posted", "opening import " + id + " is posted; undo its posting, and begin another one");
    }

    private OpeningTable.Head found(String id) {
        return PathId.of(id).flatMap(desk::find).orElseThrow(() -> ApiProblem.notFound("opening import '" + id + "'"));
    }

    private Answer answer(OpeningTable.Head head) {
        var currency = companies.company().currency();
        return new Answer(head.id(), currency.getCurrencyCode(), head.businessDate(), head.status(), head.stockBytes(), head.trialBytes(),
                head.stockRows(), head.stockValue() == null ? null : new Money(head.stockValue(), currency), head.findings(),
                head.jobId() == null ? null : head.jobId().toString(), head.madeBy(), head.madeAt());
    }
}
