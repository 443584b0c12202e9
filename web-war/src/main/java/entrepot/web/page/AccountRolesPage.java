package entrepot.web.page;

import entrepot.inventory.catalogue.AccountMapping;
import entrepot.inventory.catalogue.Category;
import entrepot.inventory.catalogue.ChartTemplate;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.LedgerAccount;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.server.CategoryDesk;
import entrepot.inventory.catalogue.server.ChartDesk;
import entrepot.inventory.catalogue.server.ChartTemplateDesk;
import entrepot.inventory.catalogue.server.MappingDesk;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.stock.server.ItemBoard;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Which account plays which role, for which goods, where, and from which day? */
@Named
@RequestScoped
public class AccountRolesPage {

    private static final int MOST = 1000;

    @EJB
    private MappingDesk desk;

    @EJB
    private ChartDesk chart;

    @EJB
    private ChartTemplateDesk templates;

    @EJB
    private CategoryDesk categories;

    @EJB
    private ItemBoard board;

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

    private List<AccountMapping> mappings;
    private List<LedgerAccount> accounts;
    private Boolean beginning;

    /** Makes the mapping of a place, or changes it. */
    public String keep() {
        var asked = new AccountMapping(sent.text("role"), sent.text("category"), sent.text("location"), Asked.day(sent.text("from")), sent.text("account"));
        if (!form.kept(() -> keep(asked))) {
            return null;
        }
        notes.good(show.word("accountroles", "kept"));
        return "accountroles.xhtml?faces-redirect=true";
    }

    /** Begins the books with another chart. */
    public String begin() {
        ChartTemplate template = Asked.oneOf(sent.text("template"), ChartTemplate.class);
        if (template == null || !form.kept(() -> templates.choose(template))) {
            return null;
        }
        notes.good(show.word("accountroles", "begun"));
        return "accountroles.xhtml?faces-redirect=true";
    }

    /** Whether another chart may be begun with. */
    public boolean isBeginning() {
        if (beginning == null) {
            beginning = isMine() && templates.mayChoose();
        }
        return beginning;
    }

    public List<ChartTemplate> getTemplates() {
        return List.of(ChartTemplate.values());
    }

    private void keep(AccountMapping asked) {
        Optional<Kept<AccountMapping>> held = desk.find(asked);
        if (held.isPresent()) {
            desk.change(held.get().version(), asked);
        } else {
            desk.create(asked);
        }
    }

    public List<AccountMapping> getMappings() {
        if (mappings == null) {
            mappings = desk.all().stream().map(Kept::value).toList();
        }
        return mappings;
    }

    public List<LedgerAccount> getAccounts() {
        if (accounts == null) {
            accounts = chart.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
        }
        return accounts;
    }

    /** With its name, where it is in use. */
    public String account(String code) {
        return getAccounts().stream().filter(one -> one.code().equals(code)).map(one -> code + " " + one.name()).findFirst().orElse(code);
    }

    public List<Category> getCategories() {
        return categories.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
    }

    public List<ItemBoard.Choice> getSites() {
        return board.sites();
    }

    public List<AccountRole> getRoles() {
        return List.of(AccountRole.values());
    }

    public boolean isMine() {
        return shell.may("accountant");
    }

    public boolean isChosen(String field, Object value) {
        return value.toString().equals(sent.text(field));
    }

    public String field(String name) {
        return sent.text(name);
    }
}
