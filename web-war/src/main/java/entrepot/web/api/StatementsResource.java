package entrepot.web.api;

import entrepot.inventory.statement.Statement;
import entrepot.inventory.statement.server.StatementReport;
import entrepot.inventory.statement.server.StatementReport.Period;
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

/** Income statement and balance sheet, each beside an earlier one. */
@Path("statements")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class StatementsResource {

    @EJB
    private StatementReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private AsKnown known;

    public record Income(Period period, Period comparedWith, Long knownAt, String currency, List<Statement.Section> sections) {}

    /** @param balances whether assets are liabilities and equity, on both days */
    public record Balance(
            LocalDate asOf, LocalDate comparedWith, Long knownAt, String currency, boolean balances, List<Statement.Section> sections) {}

    /** Without days: this year up to today, beside the same days a year before. */
    @GET
    @Path("income")
    public Income income(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("beforeFrom") String beforeFrom,
            @QueryParam("beforeTo") String beforeTo,
            @QueryParam("knownAt") String knownAt) {
        QueryFields query = new QueryFields();
        LocalDate last = query.day("to", to, known.today());
        LocalDate first = query.day("from", from, last == null ? null : last.withDayOfYear(1));
        LocalDate lastBefore = query.day("beforeTo", beforeTo, last == null ? null : last.minusYears(1));
        LocalDate firstBefore = query.day("beforeFrom", beforeFrom, first == null ? null : first.minusYears(1));
        Long seal = known.seal(query, "knownAt", knownAt);
        query.check();
        Period now = new Period(first, last);
        Period before = new Period(firstBefore, lastBefore);
        return new Income(now, before, seal, companies.company().currency().getCurrencyCode(), report.income(now, before, seal).sections());
    }

    /** Without a day: today, beside the end of the year before. */
    @GET
    @Path("balance")
    public Balance balance(
            @QueryParam("asOf") String asOf, @QueryParam("before") String before, @QueryParam("knownAt") String knownAt) {
        QueryFields query = new QueryFields();
        LocalDate day = query.day("asOf", asOf, known.today());
        LocalDate other = query.day("before", before, day == null ? null : day.withDayOfYear(1).minusDays(1));
        Long seal = known.seal(query, "knownAt", knownAt);
        query.check();
        Statement sheet = report.balance(day, other, seal);
        return new Balance(day, other, seal, companies.company().currency().getCurrencyCode(), sheet.balances(), sheet.sections());
    }
}
