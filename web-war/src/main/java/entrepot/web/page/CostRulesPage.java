package entrepot.web.page;

import entrepot.inventory.catalogue.Category;
import entrepot.inventory.catalogue.CostRule;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.server.CategoryDesk;
import entrepot.inventory.catalogue.server.CostRuleDesk;
import entrepot.inventory.method.server.FrameworkDesk;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.Framework;
import entrepot.inventory.valuation.LateCost;
import entrepot.platform.company.CompanyFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** By which rules does stock cost what it costs? */
@Named
@RequestScoped
public class CostRulesPage {

    private static final String OTHERS = "-";
    private static final int MOST = 1000;

    @EJB
    private CostRuleDesk desk;

    @EJB
    private CategoryDesk categories;

    @EJB
    private FrameworkDesk frameworks;

    @Inject
    private CompanyFile companies;

    @Inject
    private CatalogueForm form;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private List<Kept<CostRule>> rules;
    private List<Category> offered;

    /** Makes the rule of a category, or changes it. */
    public String keep() {
        String category = OTHERS.equals(sent.text("category")) ? null : sent.text("category");
        var rule = new CostRule(category, sent.text("averagePeriod"), sent.text("lateCost"), "yes".equals(sent.text("belowZero")), sent.text("scope"));
        Optional<Kept<CostRule>> held = getRules().stream().filter(kept -> Objects.equals(kept.value().category(), category)).findFirst();
        if (!form.kept(() -> held.ifPresentOrElse(kept -> desk.change(kept.version(), rule), () -> desk.create(rule)))) {
            return null;
        }
        notes.good(show.word("costrules", "kept"));
        return "costrules.xhtml?faces-redirect=true";
    }

    /** Chooses by which rules the company reports. */
    public String report() {
        Framework framework = Asked.oneOf(sent.text("framework"), Framework.class);
        if (framework == null || !form.kept(() -> frameworks.choose(framework))) {
            return null;
        }
        notes.good(show.word("costrules", "reported"));
        return "costrules.xhtml?faces-redirect=true";
    }

    public List<Framework> getFrameworks() {
        return List.of(Framework.values());
    }

    public Framework getFramework() {
        return Framework.valueOf(companies.company().framework());
    }

    public List<Kept<CostRule>> getRules() {
        if (rules == null) {
            rules = desk.all();
        }
        return rules;
    }

    public List<Category> getCategories() {
        if (offered == null) {
            offered = categories.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
        }
        return offered;
    }

    public List<AveragePeriod> getPeriods() {
        return List.of(AveragePeriod.values());
    }

    public List<CostingScope> getScopes() {
        return List.of(CostingScope.values());
    }

    public List<LateCost> getLateCosts() {
        return List.of(LateCost.values());
    }

    public boolean isMine() {
        return shell.may("accountant");
    }

    public boolean isChosen(String field, Object value) {
        return value.toString().equals(sent.text(field));
    }
}
