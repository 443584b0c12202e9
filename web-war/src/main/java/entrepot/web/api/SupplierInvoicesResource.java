package entrepot.web.api;

import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.server.InvoiceBoard;
import entrepot.platform.company.CompanyFile;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Invoices and credit notes of suppliers. What matches is posted; what does not is held until somebody else approves it. */
@Path("supplier-invoices")
@RequestScoped
@RolesAllowed({"buyer", "accountant", "auditor", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SupplierInvoicesResource {

    @EJB
    private InvoiceBoard board;

    @Inject
    private SupplierInvoiceIntake intake;

    @Inject
    private CompanyFile companies;

    /** @param reason why it is right all the same, or why it is not paid */
    public record DecisionBody(String reason) {}

    public record Answer(
            String currency, InvoiceBoard.Invoice invoice, List<InvoiceBoard.Line> lines, List<Finding> findings, List<InvoiceBoard.Settled> settled) {}

    /** The latest first. */
    @GET
    public BookPage<InvoiceBoard.Invoice> list(
            @QueryParam("status") String status,
            @QueryParam("supplier") String supplier,
            @QueryParam("number") String number,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        InvoiceStatus only = query.oneOf("status", status, InvoiceStatus.class, null);
        LocalDate first = query.day("from", from);
        LocalDate last = query.day("to", to);
        String code = query.text("supplier", supplier);
        String printed = query.text("number", number);
        int rows = query.limit(limit);
        query.check();
        Fields fields = new Fields();
        long before = fields.key(after, 18, Long.MAX_VALUE);
        fields.check();
        return BookPage.of(companies.company().currency(),
                board.list(new InvoiceBoard.Filter(only, code, printed, first, last, before, rows + 1)), rows, InvoiceBoard.Invoice::rowNo);
    }

    /** What came from a supplier and can be invoiced, or went back and can be credited. */
    @GET
    @Path("open")
    public BookPage<InvoiceBoard.Open> open(@QueryParam("supplier") String supplier) {
        Fields fields = new Fields();
        String code = fields.text("?supplier", supplier, 32);
        fields.check();
        return BookPage.whole(companies.company().currency(), board.open(code));
    }

    @GET
    @Path("{id}")
    public Answer get(@PathParam("id") String id) {
        return answer(id(id));
    }

    @POST
    @RolesAllowed({"buyer", "accountant", "admin"})
    public Response enter(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, SupplierInvoiceBody body) {
        if (dryRun) {
            return Response.ok(intake.preview(key, body)).build();
        }
        boolean now = intake.enter(key, body);
        UUID id = UUID.fromString(key);
        return Response.status(now ? 201 : 200).location(URI.create("/api/v1/supplier-invoices/" + id)).entity(answer(id)).build();
    }

    /** Posts what was held. Not by who entered it. */
    @POST
    @Path("{id}/approve")
    @RolesAllowed({"accountant", "admin"})
    public Response approve(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") boolean dryRun, DecisionBody body) {
        if (dryRun) {
            return Response.ok(intake.preview(id(id))).build();
        }
        intake.approve(id(id), key, DocumentFields.body(body).reason());
        return Response.ok(answer(id(id))).build();
    }

    /** What is held is not paid, and its number is free again. */
    @POST
    @Path("{id}/reject")
    @RolesAllowed({"buyer", "accountant", "admin"})
    public Answer reject(@PathParam("id") String id, DecisionBody body) {
        intake.reject(id(id), DocumentFields.body(body).reason());
        return answer(id(id));
    }

    private Answer answer(UUID id) {
        InvoiceBoard.Detail found = board.find(id).orElseThrow(() -> ApiProblem.notFound("supplier invoice " + id));
        return new Answer(companies.company().currency().getCurrencyCode(), found.invoice(), found.lines(), found.findings(), found.settled());
    }

    private static UUID id(String text) {
        return PathId.of(text).orElseThrow(() -> ApiProblem.notFound("supplier invoice '" + text + "'"));
    }
}
