package entrepot.web.page;

import entrepot.inventory.method.server.MethodReport;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.Framework;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.CostingChangeIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** How do items come to another costing method, and what did that make of the books? */
@Named
@RequestScoped
public class CostingChangesPage {

    private static final int SHOWN = 50;

    @EJB
    private MethodReport report;

    @Inject
    private CostingChangeIntake intake;

    @Inject
    private CompanyFile companies;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    @Inject
    private Show show;

    private String id;
    private String after;
    private MethodReport.Change change;
    private List<MethodReport.Change> changes;
    private List<MethodReport.Month> months;
    private Part<MethodReport.Item> items;

    public void open() {
        UUID asked = id == null ? null : Asked.id(id);
        change = asked == null ? null : report.find(asked).orElse(null);
        Missing.unless(id == null || change != null);
    }

    public String look() {
        CostingChangeIntake.Body body = said();
        return confirmation.look(body, () -> intake.preview(confirmation.getKey(), body));
    }

    public String book() {
        CostingChangeIntake.Body body = said();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), body), "costingchanges.xhtml",
                show.word("costingchanges", "done"));
    }

    private CostingChangeIntake.Body said() {
        return new CostingChangeIntake.Body(sent.text("costing"), sent.text("averagePeriod"), sent.text("application"),
                sent.text("ground"), sent.codes("skus"), sent.code("category"), sent.text("date"), sent.text("reference"),
                sent.text("reason"));
    }

    // What the page shows

    public boolean isMine() {
        return shell.may("accountant");
    }

    public boolean isOne() {
        return id != null;
    }

    public MethodReport.Change getChange() {
        return change;
    }

    public List<MethodReport.Month> getMonths() {
        if (months == null) {
            months = report.months(change.seq());
        }
        return months;
    }

    public Part<MethodReport.Item> getItems() {
        if (items == null) {
            items = Part.of(report.items(change.seq(), after == null ? "" : after, SHOWN + 1), SHOWN, MethodReport.Item::sku);
        }
        return items;
    }

    public List<MethodReport.Change> getChanges() {
        if (changes == null) {
            changes = report.changes(Long.MAX_VALUE, SHOWN);
        }
        return changes;
    }

    public List<AveragePeriod> getPeriods() {
        return List.of(AveragePeriod.values());
    }

    public List<Application> getApplications() {
        return List.of(Application.values());
    }

    /** Those that the framework of the company lets it give. */
    public List<Application.Ground> getGrounds() {
        Framework framework = Framework.valueOf(companies.company().framework());
        return Arrays.stream(Application.Ground.values()).filter(framework::allows).toList();
    }

    public List<CostFlow> getCostings() {
        return List.copyOf(CostFlow.INTERCHANGEABLE);
    }

    public boolean isChosen(String field, Object value) {
        return value.toString().equals(sent.text(field));
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Asked.text(id);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = Asked.text(after);
    }
}
