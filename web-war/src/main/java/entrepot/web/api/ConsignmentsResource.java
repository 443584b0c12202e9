package entrepot.web.api;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.consign.server.ConsignmentReport;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Goods of suppliers in our places, and goods of ours at customers. */
@Path("consignments")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConsignmentsResource {

    @EJB
    private ConsignmentReport report;

    @Inject
    private ConsignmentIntake intake;

    @Inject
    private CompanyFile companies;

    public record Kept(UUID id, ConsignmentNote.Kind kind) {}

    /** @param undoes the note that is undone */
    public record Undone(UUID id, UUID undoes) {}

    public record Answer(String currency, List<ConsignmentReport.Theirs> theirs, List<ConsignmentReport.Ours> ours) {}

    @GET
    @RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
    public Answer list(@QueryParam("supplier") String supplier, @QueryParam("customer") String customer) {
        return new Answer(companies.company().currency().getCurrencyCode(),
                customer == null || supplier != null ? report.theirs(supplier) : List.of(),
                supplier == null || customer != null ? report.ours(customer) : List.of());
    }

    /** What was sold or used of a supplier's goods, and how much of it he invoiced. */
    @GET
    @Path("settlement")
    @RolesAllowed({"buyer", "accountant", "auditor", "admin"})
    public BookPage<ConsignmentReport.Settled> settlement(
            @QueryParam("supplier") String supplier, @QueryParam("from") String from, @QueryParam("to") String to) {
        Fields fields = new Fields();
        LocalDate first = fields.dateIfGiven("?from", from);
        LocalDate last = fields.dateIfGiven("?to", to);
        fields.check();
        return BookPage.whole(companies.company().currency(), report.settlement(supplier, first, last));
    }

    @POST
    @Path("arrivals")
    public Response arrive(@HeaderParam("Idempotency-Key") String key, ConsignmentBody body) {
        return move(key, ConsignmentNote.Kind.ARRIVED, body);
    }

    @POST
    @Path("returns")
    public Response giveBack(@HeaderParam("Idempotency-Key") String key, ConsignmentBody body) {
        return move(key, ConsignmentNote.Kind.RETURNED, body);
    }

    /** What is used becomes ours: a receipt, owed to the supplier. */
    @POST
    @Path("uses")
    public Response use(@HeaderParam("Idempotency-Key") String key, ConsignmentBody body) {
        return Postings.answer(intake.taken(key, body), "movements");
    }

    /** What came and went back, the newest first. */
    @GET
    @Path("notes")
    @RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
    public BookPage<ConsignmentReport.Noted> notes(@QueryParam("supplier") String supplier) {
        return BookPage.whole(companies.company().currency(), report.noted(supplier));
    }

    /** What came or went back with a note did not. */
    @POST
    @Path("{id}/reverse")
    public Response undo(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key) {
        UUID note = PathId.of(id).orElseThrow(() -> ApiProblem.notFound("note '" + id + "'"));
        boolean fresh = intake.undo(key, note);
        return Response.status(fresh ? 201 : 200).entity(new Undone(UUID.fromString(key), note)).build();
    }

    private Response move(String key, ConsignmentNote.Kind kind, ConsignmentBody body) {
        boolean fresh = intake.move(key, kind, body);
        return Response.status(fresh ? 201 : 200).entity(new Kept(UUID.fromString(key), kind)).build();
    }
}
