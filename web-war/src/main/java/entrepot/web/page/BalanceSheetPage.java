package entrepot.web.page;

import entrepot.inventory.statement.Statement;
import entrepot.inventory.statement.server.StatementReport;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** What do we have, what do we owe, and whose is the rest? */
@Named
@RequestScoped
public class BalanceSheetPage {

    @EJB
    private StatementReport report;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    private String date;
    private String before;
    private Statement statement;

    public Statement getStatement() {
        if (statement == null) {
            statement = report.balance(day(), dayBefore(), null);
        }
        return statement;
    }

    private LocalDate day() {
        return Asked.day(date, companies.company().businessDate(clock.instant()));
    }

    private LocalDate dayBefore() {
        return Asked.day(before, day().withDayOfYear(1).minusDays(1));
    }

    public String getQuery() {
        return Query.of("date", day()).and("before", dayBefore()).text();
    }

    public String getDate() {
        return day().toString();
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getBefore() {
        return dayBefore().toString();
    }

    public void setBefore(String before) {
        this.before = before;
    }
}
