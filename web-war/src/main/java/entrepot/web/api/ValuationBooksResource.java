package entrepot.web.api;

import entrepot.inventory.parallel.ValuationBook;
import entrepot.inventory.parallel.server.ParallelDesk;
import entrepot.inventory.parallel.server.ParallelReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;

/** Books beside the statutory one, over the same movements by another costing. The job {@code valuation-books} values them. */
@Path("valuation-books")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ValuationBooksResource {

    private static final int FAULTS = 100;

    @EJB
    private ParallelReport report;

    @EJB
    private ParallelDesk desk;

    @Inject
    private AsKnown known;

    /** @param averagePeriod and lateCost: optional */
    public record Body(String code, String name, String costing, String averagePeriod, String lateCost) {}

    /** @param faults items that cannot be valued so, the first of them */
    public record One(ParallelReport.Book book, String currency, ParallelReport.Effect effect, List<ParallelReport.Fault> faults) {}

    @GET
    public Page<ParallelReport.Book> list() {
        return new Page<>(report.books(), null);
    }

    @POST
    @RolesAllowed({"accountant", "admin"})
    public Response open(Body body, @Context UriInfo here) {
        Body asked = DocumentFields.body(body);
        ValuationBook book = desk.open(asked.code(), asked.name(), asked.costing(), asked.averagePeriod(), asked.lateCost());
        return Response.created(here.getAbsolutePathBuilder().path(book.code()).build()).entity(book).build();
    }

    /** The effect on stock, and the journal of the difference, of a period; without days of this month up to today. */
    @GET
    @Path("{code}")
    public One one(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        QueryFields query = new QueryFields();
        LocalDate last = query.day("to", to, known.today());
        LocalDate first = query.day("from", from, last == null ? null : last.withDayOfMonth(1));
        query.check();
        ParallelReport.Book book = book(code);
        ParallelReport.Effect effect = report.effect(code, first, last);
        return new One(book, effect.opening().book().currency().getCurrencyCode(), effect, report.faults(code, FAULTS));
    }

    /** Stock by item and location at the end of a day, in both books. */
    @GET
    @Path("{code}/stock")
    public Page<ParallelReport.StockRow> stock(
            @PathParam("code") String code, @QueryParam("asOf") String asOf, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        LocalDate day = query.day("asOf", asOf, known.today());
        String place = query.after(after, QueryFields.STOCK);
        int rows = query.limit(limit);
        query.check();
        book(code);
        return Page.of(report.stock(code, day, place, rows + 1), rows, ParallelReport.StockRow::key);
    }

    private ParallelReport.Book book(String code) {
        return report.find(code).orElseThrow(() -> ApiProblem.notFound("valuation book '" + code + "'"));
    }
}
