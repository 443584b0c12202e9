package entrepot.web.api;

import entrepot.inventory.retail.server.ImportBatch;
import entrepot.inventory.retail.server.ImportDesk;
import entrepot.inventory.retail.server.ImportFile;
import entrepot.platform.company.CompanyFile;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Files brought in: open a batch, put its files, try, post, cancel, go on, undo. Long work is a job. */
@Path("imports")
@RequestScoped
@RolesAllowed({"accountant", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final String CODE = "[A-Z0-9-]{1,32}";

    @EJB
    private ImportDesk desk;

    @Inject
    private CompanyFile companies;

    /** @param location where all goods lie, made where it is not there; {@code ONLINE} where absent */
    record Opening(boolean keepDuplicates, String location) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@HeaderParam("Idempotency-Key") String key, Opening body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        String location = body.location() == null ? "ONLINE" : body.location();
        if (!location.matches(CODE)) {
            fields.refuse("/location", "code", "must be 1 to 32 of A-Z, 0-9 and '-'");
        }
        fields.check();
        boolean again = desk.find(id).isPresent();
        ImportAnswer answer = answer(desk.open(id, body.keepDuplicates(), location));
        return Response.status(again ? 200 : 201).location(URI.create(answer.links().get("self"))).entity(answer).build();
    }

    @GET
    @RolesAllowed({"accountant", "auditor", "admin"})
    public Page<ImportAnswer> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        var before = fields.momentIfGiven("?after", after);
        int rows = fields.limit(limit);
        fields.check();
        List<ImportBatch> found = desk.list(before == null ? null : LocalDateTime.ofInstant(before, ZoneOffset.UTC), rows + 1);
        return Page.of(found, rows, batch -> batch.createdAt().toInstant(ZoneOffset.UTC)).map(this::answer);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"accountant", "auditor", "admin"})
    public ImportAnswer one(@PathParam("id") String id) {
        return answer(found(id));
    }

    /** The file as it is, CSV or gzip of it; the same name again replaces it. */
    @PUT
    @Path("{id}/files/{name}")
    @Consumes({"text/csv", "application/gzip", MediaType.APPLICATION_OCTET_STREAM})
    public ImportAnswer.File store(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) Long bytes,
            InputStream content) throws IOException {
        ImportFile file = desk.store(found(id).id(), name, bytes == null ? 0 : bytes, content);
        return ImportAnswer.File.of(file);
    }

    @POST
    @Path("{id}/dry-run")
    public Response dryRun(@PathParam("id") String id) {
        return accepted(id, desk.dryRun(found(id).id()));
    }

    @POST
    @Path("{id}/commit")
    public Response commit(@PathParam("id") String id) {
        return accepted(id, desk.commit(found(id).id()));
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        if (!desk.cancel(found(id).id())) {
            throw ApiProblem.of(409, "wrong-state", "nothing runs for import " + id);
        }
        return Response.accepted(one(id)).build();
    }

    @POST
    @Path("{id}/resume")
    public Response resume(@PathParam("id") String id) {
        return accepted(id, desk.resume(found(id).id()));
    }

    /** Reverses every posting of the import, newest first. */
    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") String id) {
        return accepted(id, desk.undo(found(id).id()));
    }

    /** The rows that were not posted, as CSV: file, line, kind of reason, reason, the row. */
    @GET
    @Path("{id}/rejections")
    @Produces("text/csv")
    @RolesAllowed({"accountant", "auditor", "admin"})
    public Response rejections(@PathParam("id") String id) {
        UUID batch = found(id).id();
        WholeFile csv = WholeFile.written(out -> RejectionsCsv.write(desk, batch, out));
        return Response.ok(csv).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejections.csv\"").build();
    }

    private Response accepted(String id, Job job) {
        return Response.accepted(one(id)).header("Location", "/api/v1/jobs/" + job.id()).build();
    }

    private ImportBatch found(String id) {
        return PathId.of(id).flatMap(desk::find).orElseThrow(() -> ApiProblem.notFound("import '" + id + "'"));
    }

    private ImportAnswer answer(ImportBatch batch) {
        return ImportAnswer.of(batch, desk.files(batch.id()), desk.job(batch.id()).orElse(null),
                companies.company().currency().getCurrencyCode());
    }
}
