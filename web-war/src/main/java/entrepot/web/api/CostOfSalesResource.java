package entrepot.web.api;

import entrepot.inventory.statement.server.CostOfSalesReport;
import entrepot.inventory.statement.server.StatementFilter;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What was sold cost, and what it brought. */
@Path("cost-of-sales")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CostOfSalesResource {

    private static final Pattern CODE = Pattern.compile("[^~]{1,32}");

    @EJB
    private CostOfSalesReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    /** @param accounts what the accounts say; @param ties whether the cost is that; null where only some goods are asked for */
    public record Answer(
            LocalDate from, LocalDate to, Long knownAt, String currency, CostOfSalesReport.Row total, CostOfSalesReport.Account accounts,
            Boolean ties, List<CostOfSalesReport.Row> items, String next) {}

    @GET
    public Answer get(
            @BeanParam StatementQuery asked,
            @QueryParam("by") String by,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        StatementFilter filter = asked.filter(query, known);
        CostOfSalesReport.By rowsBy = query.oneOfInAnyCase("by", by, CostOfSalesReport.By.class,
                CostOfSalesReport.By.CATEGORY);
        String place = query.after(after, CODE);
        int rows = query.limit(limit);
        query.check();
        CostOfSalesReport.Found found = report.find(filter, rowsBy, place, rows + 1);
        Page<CostOfSalesReport.Row> page = Page.of(found.rows(), rows, CostOfSalesReport.Row::code);
        return new Answer(filter.from(), filter.to(), filter.knownAt(), companies.company().currency().getCurrencyCode(), found.total(),
                found.account(), filter.isOfAll() ? found.ties() : null, page.items(), page.next());
    }
}
