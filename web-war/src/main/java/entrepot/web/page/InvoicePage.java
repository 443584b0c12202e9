package entrepot.web.page;

import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.server.InvoiceBoard;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.SupplierInvoiceIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** What does the supplier want, does it match, and what did it settle? */
@Named
@RequestScoped
public class InvoicePage {

    @EJB
    private InvoiceBoard board;

    @Inject
    private SupplierInvoiceIntake intake;

    @Inject
    private Confirmation confirmation;

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

    private String id;
    private InvoiceBoard.Detail detail;

    public void open() {
        UUID asked = Asked.id(id);
        detail = asked == null ? null : board.find(asked).orElse(null);
        Missing.unless(detail != null);
    }

    public String look() {
        open();
        return confirmation.look(content(), () -> intake.preview(Asked.id(id)).preview());
    }

    public String book() {
        open();
        return confirmation.done(content(), this::look, () -> {
            intake.approve(Asked.id(id), confirmation.getKey(), sent.text("reason"));
            return Asked.id(id);
        }, "invoice.xhtml", show.word("invoice.done", "approved"));
    }

    public String reject() {
        open();
        try {
            intake.reject(Asked.id(id), sent.text("reason"));
            notes.good(show.word("invoice.done", "rejected"));
            return "invoice.xhtml?faces-redirect=true&id=" + id;
        } catch (ApiProblem refused) {
            faults.note(refused);
            return null;
        }
    }

    private String content() {
        return detail.findings() + " " + sent.text("reason");
    }

    public boolean isHeld() {
        return detail != null && detail.invoice().status() == InvoiceStatus.HELD;
    }

    /** Not who entered it. */
    public boolean isApprovable() {
        return isHeld() && shell.may("accountant") && !isOwn();
    }

    public boolean isRejectable() {
        return isHeld() && (shell.may("accountant") || isOwn());
    }

    private boolean isOwn() {
        return detail.invoice().madeBy().equals(shell.getUser());
    }

    /** Of its lines. */
    public String getCurrency() {
        return detail == null || detail.invoice().foreignCurrency() == null ? shell.getCurrency() : detail.invoice().foreignCurrency();
    }

    public InvoiceBoard.Detail getDetail() {
        return detail;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
