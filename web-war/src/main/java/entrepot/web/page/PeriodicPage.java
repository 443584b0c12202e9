package entrepot.web.page;

import entrepot.inventory.statement.Periodic;
import entrepot.inventory.statement.server.PeriodicReport;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What would a periodic system have missed? */
@Named
@RequestScoped
public class PeriodicPage extends PeriodPage {

    @EJB
    private PeriodicReport report;

    private PeriodicReport.Found found;

    public PeriodicReport.Found getFound() {
        if (found == null) {
            found = report.find(filter());
        }
        return found;
    }

    public Part<Periodic.Row> getRows() {
        String after = Asked.text(getAfter());
        List<Periodic.Row> rows = getFound().rows().stream().filter(row -> after == null || row.code().compareTo(after) > 0).limit(LIMIT + 1L).toList();
        return Part.of(rows, LIMIT, Periodic.Row::code);
    }

    public String getQuery() {
        return query().text();
    }
}
