package entrepot.web.api;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.server.CountBoard;
import entrepot.inventory.count.server.CountDesk;
import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.count.server.ReviewBoard;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Counts beside the book, once they are handed in, and what is said to them: count again, or the shelf is right. */
@Path("counts")
@RequestScoped
@RolesAllowed({"accountant", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CountReviewResource {

    @EJB
    private ReviewBoard reviews;

    @EJB
    private CountBoard board;

    @EJB
    private CountDesk desk;

    @Inject
    private ApprovalIntake intake;

    @Inject
    private CompanyFile companies;

    /** Which lines of a review. */
    public enum Only {
        DIFFERENCES
    }

    /** @param missing zero or negative; until it is posted, {@code missing} and {@code found} are about right */
    public record Answer(
            CountStatus status, String currency, long lines, long right, Money missing, Money found, List<ReviewBoard.Line> items,
            String next) {}

    /** @param late what reached the book after the line was counted and happened before; it is in {@code expected} */
    public record LineAnswer(List<ReviewBoard.Entry> entries, List<ReviewBoard.Late> late) {}

    /** @param skus all lines of these items; @param lines by number; one of both */
    record Again(List<String> skus, List<Integer> lines) {}

    @GET
    @Path("{id}/review")
    @RolesAllowed({"accountant", "auditor", "admin"})
    public Response review(
            @PathParam("id") String id,
            @QueryParam("only") String only,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        boolean differences = fields.oneOfIfGiven("?only", only, Only.class, null) == Only.DIFFERENCES;
        long last = fields.key(after, 9, -1);
        int rows = fields.limit(limit);
        fields.check();
        ReviewBoard.Review review = reviews.of(CountsResource.id(id));
        List<ReviewBoard.Line> asked = (differences ? review.differences() : review.lines()).stream()
                .filter(line -> line.number() > last).limit(rows + 1L).toList();
        Page<ReviewBoard.Line> page = Page.of(asked, rows, ReviewBoard.Line::number);
        Currency currency = companies.company().currency();
        return Response.ok(new Answer(review.status(), currency.getCurrencyCode(), review.lines().size(), review.right(),
                        review.missing(currency), review.found(currency), page.items(), page.next()))
                .header(HttpHeaders.ETAG, IfMatch.tag(review.mark()))
                .build();
    }

    /** All counts of a line, and what arrived late. */
    @GET
    @Path("{id}/review/{sku}")
    @RolesAllowed({"accountant", "auditor", "admin"})
    public LineAnswer line(@PathParam("id") String id, @PathParam("sku") String sku, @QueryParam("lot") String lot) {
        UUID count = CountsResource.id(id);
        List<ReviewBoard.Entry> entries = reviews.entries(count, sku, lot);
        if (entries.isEmpty()) {
            throw ApiProblem.notFound("line '" + sku + "' that was counted");
        }
        return new LineAnswer(entries, reviews.late(count, sku, lot));
    }

    @POST
    @Path("{id}/recount")
    public CountBoard.Count recount(@PathParam("id") String id, Again body) {
        Fields fields = new Fields();
        boolean byNumber = DocumentFields.body(body).lines() != null && body.skus() == null;
        List<String> skus = byNumber ? List.of() : CountBody.names(fields, body.skus());
        List<Integer> numbers = byNumber ? numbers(fields, body.lines()) : List.of();
        if (body.lines() != null && body.skus() != null) {
            fields.refuse("/lines", "not-both", "name items or numbers of lines, not both");
        }
        fields.check();
        UUID count = CountsResource.id(id);
        try {
            desk.recount(count, skus, numbers);
        } catch (CountRefused refused) {
            throw CountProblems.of(refused, "/skus");
        }
        return board.find(count).orElseThrow();
    }

    private static List<Integer> numbers(Fields fields, List<Integer> lines) {
        if (lines.isEmpty() || lines.contains(null)) {
            fields.refuse("/lines", "size", "must name 1 line or more");
        }
        return lines;
    }

    /** The shelf is right: posts every line that was counted, at what the cost flow says. If-Match is the tag of the review. */
    @POST
    @Path("{id}/approve")
    public Response approve(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen,
            @QueryParam("dryRun") boolean dryRun,
            ApprovalBody body) {
        UUID count = CountsResource.id(id);
        if (dryRun) {
            return Response.ok(intake.preview(count, body)).build();
        }
        return Postings.answer(intake.approve(key, count, IfMatch.version(seen), body), "movements");
    }
}
