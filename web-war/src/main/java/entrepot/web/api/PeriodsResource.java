package entrepot.web.api;

import entrepot.inventory.closing.PeriodStatus;
import entrepot.inventory.closing.server.PeriodDesk;
import entrepot.inventory.closing.server.PeriodReport;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.retry.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The months of the book: which are open, who closed which, and what should be looked at before one is closed. */
@Path("periods")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeriodsResource {

    private static final int REASON = 200;

    @EJB
    private PeriodDesk desk;

    @EJB
    private PeriodReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Retry retry;

    /** @param soft whether those who may close may still post in it */
    public record Close(Boolean soft, String reason) {}

    public record Reopen(String reason) {}

    /** @param amount in the company's currency; null for never */
    public record Materiality(String amount) {}

    public record Answer(PeriodReport.Closing closing, String currency, List<PeriodReport.Period> items) {}

    public record One(PeriodReport.Period period, List<PeriodReport.Check> checks, List<PeriodReport.Event> steps) {}

    @GET
    public Answer list() {
        return new Answer(report.closing(), companies.company().currency().getCurrencyCode(), report.periods());
    }

    @GET
    @Path("{month}")
    public One one(@PathParam("month") String month) {
        YearMonth asked = month(month);
        LocalDate start = asked.atDay(1);
        return new One(found(asked), report.checks(asked), report.events().stream().filter(step -> start.equals(step.period())).toList());
    }

    @POST
    @Path("{month}/close")
    @RolesAllowed({"accountant", "admin"})
    public One close(@PathParam("month") String month, Close body) {
        var fields = new Fields();
        String reason = fields.textIfGiven("/reason", DocumentFields.body(body).reason(), REASON);
        fields.check();
        found(month(month));
        retry.run(() -> {
            desk.close(month(month), Boolean.TRUE.equals(body.soft()) ? PeriodStatus.SOFT : PeriodStatus.CLOSED, reason);
            return null;
        });
        return one(month);
    }

    @POST
    @Path("{month}/reopen")
    @RolesAllowed({"accountant", "admin"})
    public One reopen(@PathParam("month") String month, Reopen body) {
        var fields = new Fields();
        String reason = fields.text("/reason", DocumentFields.body(body).reason(), REASON);
        fields.check();
        found(month(month));
        retry.run(() -> {
            desk.reopen(month(month), reason);
            return null;
        });
        return one(month);
    }

    @PUT
    @Path("materiality")
    @RolesAllowed({"accountant", "admin"})
    public Answer materiality(Materiality body) {
        var fields = new Fields();
        var amount = fields.moneyIfGiven("/amount", DocumentFields.body(body).amount(), companies.company().currency());
        fields.check();
        desk.setMaterial(amount);
        return list();
    }

    private PeriodReport.Period found(YearMonth month) {
        return report.periods().stream().filter(period -> period.month().equals(month)).findFirst()
                .orElseThrow(() -> ApiProblem.notFound("period " + month));
    }

    private static YearMonth month(String given) {
        try {
            return YearMonth.parse(given);
        } catch (DateTimeParseException noMonth) {
            throw ApiProblem.notFound("period '" + given + "'");
        }
    }
}
