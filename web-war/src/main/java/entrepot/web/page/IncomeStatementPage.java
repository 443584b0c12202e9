package entrepot.web.page;

import entrepot.inventory.statement.Statement;
import entrepot.inventory.statement.server.StatementReport;
import entrepot.inventory.statement.server.StatementReport.Period;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** What did we earn, and on what, beside the period before? */
@Named
@RequestScoped
public class IncomeStatementPage {

    @EJB
    private StatementReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String from;
    private String to;
    private String beforeFrom;
    private String beforeTo;
    private Statement statement;

    public Statement getStatement() {
        if (statement == null) {
            statement = report.income(now(), before(), null);
        }
        return statement;
    }

    private Period now() {
        LocalDate last = Asked.day(to, companies.company().businessDate(clock.instant()));
        return new Period(Asked.day(from, last.withDayOfYear(1)), last);
    }

    private Period before() {
        Period now = now();
        return new Period(Asked.day(beforeFrom, now.from().minusYears(1)), Asked.day(beforeTo, now.to().minusYears(1)));
    }

    public String getQuery() {
        return Query.of("from", getFrom()).and("to", getTo()).and("beforeFrom", getBeforeFrom()).and("beforeTo", getBeforeTo()).text();
    }

    public String getFrom() {
        return now().from().toString();
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return now().to().toString();
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getBeforeFrom() {
        return before().from().toString();
    }

    public void setBeforeFrom(String beforeFrom) {
        this.beforeFrom = beforeFrom;
    }

    public String getBeforeTo() {
        return before().to().toString();
    }

    public void setBeforeTo(String beforeTo) {
        this.beforeTo = beforeTo;
    }
}
