package entrepot.web.api;

import entrepot.inventory.export.JournalFormat;
import entrepot.inventory.export.server.BatchChanges;
import entrepot.inventory.export.server.BatchRow;
import entrepot.inventory.export.server.JournalBatches;
import entrepot.kernel.Money;
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
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The journal in numbered parts for another bookkeeping; a part that went out stays as it is. */
@Path("journal-batches")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class JournalBatchesResource {

    private static final Pattern SEALED_LINE = Pattern.compile("[0-9]{1,18}~[0-9]{1,9}");

    @EJB
    private JournalBatches batches;

    @EJB
    private BatchChanges changes;

    @Inject
    private CompanyFile companies;

    /** @param firstDay earliest business date of its lines; a late posting may be dated before what earlier batches had */
    record Answer(
            long number, UUID id, long firstSeal, long lastSeal, LocalDate firstDay, LocalDate lastDay, long postings, long lines,
            String currency, Money debits, LocalDateTime madeAt, String madeBy, Links links) {

        record Links(String self, String csv, String hledger, String beancount, String iif, String changes) {}

        static Answer of(BatchRow batch) {
            String self = "/api/v1/journal-batches/" + batch.number();
            return new Answer(batch.number(), batch.id(), batch.firstSeal(), batch.lastSeal(), batch.firstDay(), batch.lastDay(),
                    batch.postings(), batch.lines(), batch.debits().currency().getCurrencyCode(), batch.debits(), batch.madeAt(),
                    batch.madeBy(), new Links(self, self + "?format=csv", self + "?format=hledger", self + "?format=beancount",
                            self + "?format=iif", self + "/changes"));
        }
    }

    /** @param sums by how much each account differs today from what the batch said of its days */
    record Changes(long batch, LocalDate firstDay, LocalDate lastDay, String currency, List<BatchChanges.Sum> sums,
            List<BatchChanges.Line> items, String next) {}

    @GET
    public Page<Answer> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long before = fields.key(after, 18, Long.MAX_VALUE);
        fields.check();
        return Page.of(batches.list(before, rows + 1), rows, BatchRow::number).map(Answer::of);
    }

    /** The next batch: everything that was sealed since the last. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"accountant", "admin"})
    public Response make(@HeaderParam("Idempotency-Key") String key) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        fields.check();
        JournalBatches.Made made = batches.make(id)
                .orElseThrow(() -> ApiProblem.of(409, "nothing-new", "nothing was sealed since the last batch"));
        Answer answer = Answer.of(made.batch());
        return Response.status(made.isNew() ? 201 : 200).location(URI.create(answer.links().self())).entity(answer).build();
    }

    /** What the batch is; with a format, the file. */
    @GET
    @Path("{number: [0-9]{1,18}}")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", MediaType.TEXT_PLAIN})
    public Response get(@PathParam("number") long number, @QueryParam("format") String format) {
        QueryFields query = new QueryFields();
        JournalFormat.Name name =
                query.oneOfInAnyCase("format", format, JournalFormat.Name.class, null);
        query.check();
        BatchRow batch = found(number);
        return name == null ? Response.ok(Answer.of(batch)).type(MediaType.APPLICATION_JSON).build() : file(batch, name);
    }

    private Response file(BatchRow batch, JournalFormat.Name name) {
        BatchFile file = new BatchFile(batches, batch, name.format());
        return Response.ok(WholeFile.written(file::write))
                .type(name.mediaType() + "; charset=" + file.charset().name())
                .header("Content-Disposition", "attachment; filename=\"journal-" + batch.number() + "." + name.ending() + "\"")
                .build();
    }

    /** What was posted after the batch and counts for its days. */
    @GET
    @Path("{number: [0-9]{1,18}}/changes")
    public Changes changes(
            @PathParam("number") long number, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        String place = query.after(after, SEALED_LINE);
        int rows = query.limit(limit);
        query.check();
        BatchRow batch = found(number);
        Page<BatchChanges.Line> page = Page.of(changes.lines(batch, place, rows + 1), rows, BatchChanges.Line::key);
        return new Changes(number, batch.firstDay(), batch.lastDay(), companies.company().currency().getCurrencyCode(),
                changes.sums(batch), page.items(), page.next());
    }

    private BatchRow found(long number) {
        return batches.find(number).orElseThrow(() -> ApiProblem.notFound("journal batch " + number));
    }
}
