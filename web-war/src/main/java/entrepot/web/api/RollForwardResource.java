package entrepot.web.api;

import entrepot.inventory.statement.Flow;
import entrepot.inventory.statement.RollForward;
import entrepot.inventory.statement.server.RollForwardReport;
import entrepot.inventory.statement.server.StatementFilter;
import entrepot.inventory.subtotal.server.RoleBalance;
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

/** From the stock at the beginning of a period to the stock at its end. */
@Path("roll-forward")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RollForwardResource {

    private static final Pattern SKU = Pattern.compile("[^~]{1,32}");
    private static final Pattern ENTRY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}~[0-9]{1,18}~[0-9]{1,18}");

    @EJB
    private RollForwardReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    /**
     * @param total            of the goods asked for, whatever part of the rows is shown
     * @param inventoryAccount when the period begins and when it ends
     * @param ties             whether the total is that; null where only some goods are asked for
     */
    public record Answer(
            LocalDate from, LocalDate to, Long knownAt, String currency, RollForward.Row total, RoleBalance inventoryAccount,
            Boolean ties, List<RollForward.Row> items, String next) {}

    @GET
    public Answer get(
            @BeanParam StatementQuery asked,
            @QueryParam("by") String by,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        StatementFilter filter = asked.filter(query, known);
        RollForwardReport.By rowsBy = query.oneOfInAnyCase("by", by, RollForwardReport.By.class,
                RollForwardReport.By.COMPANY);
        String place = query.after(after, SKU);
        int rows = query.limit(limit);
        query.check();
        RollForwardReport.Found found = report.find(filter, rowsBy, place, rows + 1);
        Page<RollForward.Row> page = rowsBy == RollForwardReport.By.ITEM ? Page.of(found.rows(), rows, RollForward.Row::code)
                : new Page<>(found.rows(), null);
        return new Answer(filter.from(), filter.to(), filter.knownAt(), companies.company().currency().getCurrencyCode(), found.total(),
                found.account(), filter.isOfAll() ? found.ties() : null, page.items(), page.next());
    }

    /** What makes up one figure of it. */
    @GET
    @Path("entries")
    public BookPage<RollForwardReport.Entry> entries(
            @BeanParam StatementQuery asked,
            @QueryParam("flow") String flow,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields query = new QueryFields();
        StatementFilter filter = asked.filter(query, known);
        Flow only = query.oneOfInAnyCase("flow", flow, Flow.class, Flow.COST_OF_SALES);
        String place = query.after(after, ENTRY);
        int rows = query.limit(limit);
        query.check();
        return BookPage.of(companies.company().currency(), report.entries(filter, only, place, rows + 1), rows, RollForwardReport.Entry::key);
    }
}
