package entrepot.web.api;

import entrepot.inventory.tax.server.VatReport;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/** Tax of a period, by code. */
@Path("vat-report")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class VatReportResource {

    @EJB
    private VatReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    /** @param ties whether output and input are what their accounts say of the period */
    public record Answer(
            LocalDate from, LocalDate to, String currency, Money output, Money input, Money net, Money taxAccount, Money inputAccount,
            boolean ties, List<VatReport.Row> rows) {}

    /** @param from the first of the month where it is left out; @param to today */
    @GET
    public Answer get(@QueryParam("from") String from, @QueryParam("to") String to) {
        QueryFields query = new QueryFields();
        LocalDate last = query.day("to", to, known.today());
        LocalDate first = query.day("from", from, last == null ? null : last.withDayOfMonth(1));
        query.check();
        VatReport.Found found = report.find(first, last);
        return new Answer(first, last, companies.company().currency().getCurrencyCode(), found.output(), found.input(), found.net(),
                found.taxAccount(), found.inputAccount(), found.ties(), found.rows());
    }

    /** What is behind a figure, oldest first. @param side OUTPUT, which is meant where it is left out, or INPUT */
    @GET
    @Path("documents")
    public BookPage<VatReport.Document> documents(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("side") String side,
            @QueryParam("code") String code,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        LocalDate last = query.day("to", to, known.today());
        LocalDate first = query.day("from", from, last == null ? null : last.withDayOfMonth(1));
        VatReport.Side which = query.oneOf("side", side, VatReport.Side.class, VatReport.Side.OUTPUT);
        String of = query.text("code", code);
        String place = query.after(after, QueryFields.DATED);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), report.documents(first, last, which, of, place, rows + 1), rows, VatReport.Document::key);
    }
}
