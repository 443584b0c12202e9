package entrepot.web.page;

import entrepot.inventory.invoice.PriceTolerance;
import entrepot.inventory.invoice.server.InvoiceRefused;
import entrepot.inventory.invoice.server.ToleranceDesk;
import entrepot.inventory.ledger.Reserved;
import entrepot.inventory.promise.server.PromisePolicyDesk;
import entrepot.inventory.promise.server.ReservationRefused;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** How much more than agreed is paid without asking, and may what is reserved be sold to another? */
@Named
@RequestScoped
public class PromiseRulesPage {

    @EJB
    private ToleranceDesk tolerances;

    @EJB
    private PromisePolicyDesk promises;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    // What the buttons do

    public String set() {
        BigDecimal share = sent.number("share").orElse(null);
        BigDecimal amount = sent.number("amount").orElse(null);
        if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            faults.note("/share", show.word("tolerances", "share.range"));
        }
        if (amount == null || amount.signum() < 0) {
            faults.note("/amount", show.word("tolerances", "amount.range"));
        }
        return faults.isAny() ? null : done(() -> tolerances.set(sent.text("supplier"), new PriceTolerance(share, amount)));
    }

    public String drop(String supplier) {
        return done(() -> tolerances.drop(supplier));
    }

    private String done(Runnable act) {
        try {
            act.run();
            notes.good(show.word("form", "kept"));
            return "promiserules.xhtml?faces-redirect=true";
        } catch (InvoiceRefused refused) {
            faults.note("/supplier", refused.getMessage());
        } catch (ReservationRefused refused) {
            faults.note("", refused.getMessage());
        }
        return null;
    }

    public String sell() {
        Reserved.Rule rule = Asked.oneOf(sent.text("rule"), Reserved.Rule.class);
        int version = sent.number("version").map(Number::intValue).orElse(-1);
        return rule == null ? null : done(() -> promises.change(rule, version));
    }

    // What the page shows

    public List<ToleranceDesk.Rule> getTolerances() {
        return tolerances.all();
    }

    public PromisePolicyDesk.Policy getPolicy() {
        return promises.policy();
    }

    public List<Reserved.Rule> getRules() {
        return List.of(Reserved.Rule.values());
    }

    public boolean isSetter() {
        return shell.may("accountant");
    }

    public boolean isDecider() {
        return shell.may("admin");
    }

    public String value(String field) {
        return sent.text(field);
    }
}
