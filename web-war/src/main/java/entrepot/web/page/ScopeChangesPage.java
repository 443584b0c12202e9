package entrepot.web.page;

import entrepot.inventory.method.server.ScopeReport;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.Framework;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.ScopeChangeIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What is valued together of items, and what does another choice make of the pools? */
@Named
@RequestScoped
public class ScopeChangesPage {

    private static final int SHOWN = 50;
    private static final int POOLS = 200;

    @EJB
    private ScopeReport report;

    @Inject
    private ScopeChangeIntake intake;

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
    private ScopeReport.Change change;
    private List<ScopeReport.Change> changes;
    private List<ScopeReport.Pool> pools = List.of();
    private List<ScopeReport.Month> months = List.of();

    public void open() {
        UUID asked = id == null ? null : Asked.id(id);
        change = asked == null ? null : report.find(asked).orElse(null);
        Missing.unless(id == null || change != null);
        pools = change == null ? List.of() : report.pools(change.seq(), POOLS);
        months = change == null ? List.of() : report.months(change.seq());
    }

    public String look() {
        ScopeChangeIntake.Body body = said();
        return confirmation.look(body, () -> {
            ScopeChangeIntake.Looked looked = intake.look(confirmation.getKey(), body);
            pools = looked.pools();
            months = looked.comparatives();
            return looked.preview();
        });
    }

    public String book() {
        ScopeChangeIntake.Body body = said();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), body), "scopechanges.xhtml",
                show.word("scopechanges", "done"));
    }

    private ScopeChangeIntake.Body said() {
        return new ScopeChangeIntake.Body(sent.text("scope"), sent.text("application"), sent.text("ground"), sent.codes("skus"), sent.code("category"), sent.text("date"),
                sent.text("reference"), sent.text("reason"));
    }

    // What the page shows

    public boolean isMine() {
        return shell.may("accountant");
    }

    public boolean isOne() {
        return id != null;
    }

    public ScopeReport.Change getChange() {
        return change;
    }

    /** Of the change that is shown, or looked at. */
    public List<ScopeReport.Pool> getPools() {
        return pools;
    }

    /** What it makes of each month. */
    public List<ScopeReport.Month> getMonths() {
        return months;
    }

    public Money getOpening() {
        return months.stream().map(ScopeReport.Month::change).reduce(Money::plus).orElse(null);
    }

    public List<ScopeReport.Change> getChanges() {
        if (changes == null) {
            changes = report.changes(Long.MAX_VALUE, SHOWN);
        }
        return changes;
    }

    public List<Application> getApplications() {
        return List.of(Application.values());
    }

    public List<CostingScope> getScopes() {
        return List.of(CostingScope.values());
    }

    /** Those that the framework of the company lets it give. */
    public List<Application.Ground> getGrounds() {
        Framework framework = Framework.valueOf(companies.company().framework());
        return Arrays.stream(Application.Ground.values()).filter(framework::allows).toList();
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
}
