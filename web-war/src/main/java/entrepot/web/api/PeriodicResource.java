package entrepot.web.api;

import entrepot.inventory.statement.Periodic;
import entrepot.inventory.statement.server.PeriodicReport;
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

/** Cost of sales as a periodic system would have it, beside ours, by item. */
@Path("periodic")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class PeriodicResource {

    @EJB
    private PeriodicReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    public record Answer(
            LocalDate from, LocalDate to, Long knownAt, String currency, Periodic.Row total, List<Periodic.Row> items, String next) {}

    @GET
    public Answer get(@BeanParam StatementQuery asked, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        StatementFilter filter = asked.filter(query, known);
        if (filter.location() != null) {
            query.refuse("location", "company-only", "must be left out: what a count finds is of the whole company here");
        }
        String place = query.text("after", after);
        int rows = query.limit(limit);
        query.check();
        PeriodicReport.Found found = report.find(filter);
        List<Periodic.Row> items = found.rows().stream().filter(row -> place == null || row.code().compareTo(place) > 0).limit(rows + 1L).toList();
        Page<Periodic.Row> page = Page.of(items, rows, Periodic.Row::code);
        return new Answer(filter.from(), filter.to(), filter.knownAt(), companies.company().currency().getCurrencyCode(), found.total(),
                page.items(), page.next());
    }
}
