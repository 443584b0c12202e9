package entrepot.web.page;

import entrepot.inventory.statement.Flow;
import entrepot.inventory.statement.RollForward;
import entrepot.inventory.statement.server.RollForwardReport;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** How did stock come from the beginning of the period to its end? */
@Named
@RequestScoped
public class RollForwardPage extends PeriodPage {

    private static final String ENTRY = "\\d{4}-\\d{2}-\\d{2}~\\d{1,18}~\\d{1,18}";

    @EJB
    private RollForwardReport report;

    private String flow;
    private RollForwardReport.Found found;
    private Part<RollForward.Row> rows;
    private Part<RollForwardReport.Entry> entries;

    public RollForwardReport.Found getFound() {
        if (found == null) {
            found = report.find(filter(), by(), getAfter() == null || getAfter().contains("~") ? null : getAfter(), LIMIT + 1);
        }
        return found;
    }

    public Part<RollForward.Row> getRows() {
        if (rows == null) {
            List<RollForward.Row> all = getFound().rows();
            rows = by() == RollForwardReport.By.ITEM ? Part.of(all, LIMIT, RollForward.Row::code) : new Part<>(all, null);
        }
        return rows;
    }

    /** In which something happened. */
    public List<Flow> getFlows() {
        return List.copyOf(getFound().total().flows().keySet());
    }

    public Part<RollForwardReport.Entry> getEntries() {
        if (entries == null) {
            String start = getAfter() != null && getAfter().matches(ENTRY) && Asked.day(getAfter().substring(0, 10)) != null ? getAfter() : null;
            entries = Part.of(report.entries(filter(), asFlow(), start, LIMIT + 1), LIMIT, RollForwardReport.Entry::key);
        }
        return entries;
    }

    public boolean isSplit() {
        return by() != RollForwardReport.By.COMPANY;
    }

    private RollForwardReport.By by() {
        RollForwardReport.By asked = Asked.oneOf(asked(), RollForwardReport.By.class);
        return asked == null ? RollForwardReport.By.CATEGORY : asked;
    }

    private Flow asFlow() {
        return Asked.oneOf(flow, Flow.class);
    }

    public String getQuery() {
        return query().and("by", by()).and("flow", asFlow()).text();
    }

    public String getBy() {
        return by().name();
    }


    /** Null where no figure is looked into. */
    public String getFlow() {
        return asFlow() == null ? null : asFlow().name();
    }

    public void setFlow(String flow) {
        this.flow = flow;
    }
}
