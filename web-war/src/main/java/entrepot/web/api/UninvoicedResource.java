package entrepot.web.api;

import entrepot.inventory.statement.server.UninvoicedReport;
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

/** Goods received and not invoiced, by supplier and age. */
@Path("received-not-invoiced")
@RequestScoped
@RolesAllowed({"buyer", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class UninvoicedResource {

    @EJB
    private UninvoicedReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    /** @param account what the account says; @param ties whether the total is that */
    public record Answer(
            LocalDate asOf, String currency, Money total, Money account, boolean ties, List<UninvoicedReport.Supplier> suppliers) {}

    @GET
    public Answer get(@QueryParam("asOf") String asOf) {
        QueryFields query = new QueryFields();
        LocalDate day = query.day("asOf", asOf, known.today());
        query.check();
        UninvoicedReport.Found found = report.find(day);
        return new Answer(day, companies.company().currency().getCurrencyCode(), found.total(), found.account(), found.ties(), found.suppliers());
    }

    /** Oldest first. */
    @GET
    @Path("receipts")
    public BookPage<UninvoicedReport.Receipt> receipts(
            @QueryParam("asOf") String asOf,
            @QueryParam("supplier") String supplier,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        LocalDate day = query.day("asOf", asOf, known.today());
        String code = query.text("supplier", supplier);
        String place = query.after(after, QueryFields.DATED);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), report.receipts(day, code, place, rows + 1), rows, UninvoicedReport.Receipt::key);
    }
}
