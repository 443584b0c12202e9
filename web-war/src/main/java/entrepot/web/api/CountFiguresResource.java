package entrepot.web.api;

import entrepot.inventory.count.DifferenceReason;
import entrepot.inventory.count.server.CountFigures;
import entrepot.inventory.count.server.PlanBoard;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How right the book was by what was counted, and what was missing. */
@Path("count-figures")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CountFiguresResource {

    @EJB
    private CountFigures figures;

    @EJB
    private PlanBoard plan;

    @Inject
    private CompanyFile companies;

    /**
     * @param accuracy  share of lines that were as the book had them
     * @param shrinkage positive for a loss; {@code shrinkageShare} is of what the book held
     */
    public record Month(
            LocalDate from, LocalDate to, long counts, long lines, long right, BigDecimal accuracy, Money bookWorth, Money missing,
            Money found, Money shrinkage, BigDecimal shrinkageShare) {

        static Month of(CountFigures.Month month) {
            return new Month(month.first(), month.last(), month.counts(), month.accuracy().lines(), month.accuracy().right(),
                    month.accuracy().share(), month.bookWorth(), month.missing(), month.found(), month.shrinkage(), month.shrinkageShare());
        }
    }

    public record Reason(DifferenceReason reason, long lines, Money worth) {}

    public record Answer(String currency, List<Month> months, List<Reason> reasons) {}

    /** @param from left out: the first day of the month a year ago; {@code to} left out: today */
    @GET
    public Answer get(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("location") String location) {
        QueryFields fields = new QueryFields();
        LocalDate today = plan.today();
        LocalDate first = fields.day("from", from, today.minusYears(1).withDayOfMonth(1));
        LocalDate last = fields.day("to", to, today);
        String place = fields.text("location", location);
        fields.check();
        return new Answer(companies.company().currency().getCurrencyCode(),
                figures.months(first, last, place).stream().map(Month::of).toList(),
                figures.reasons(first, last, place).stream().map(reason -> new Reason(reason.reason(), reason.lines(), reason.worth())).toList());
    }
}
