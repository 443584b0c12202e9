package entrepot.web.page;

import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.server.InvoiceBoard;
import entrepot.inventory.invoice.server.ToleranceDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What did suppliers invoice, and what waits for a decision? */
@Named
@RequestScoped
public class InvoicesPage {

    private static final int LIMIT = 100;

    @EJB
    private InvoiceBoard board;

    @EJB
    private ToleranceDesk tolerances;

    @Inject
    private Shell shell;

    private String status;
    private String supplier;
    private String from;
    private String to;
    private String after;
    private Part<InvoiceBoard.Invoice> invoices;
    private List<ToleranceDesk.Rule> rules;

    public Part<InvoiceBoard.Invoice> getInvoices() {
        if (invoices == null) {
            var filter = new InvoiceBoard.Filter(Asked.oneOf(status, InvoiceStatus.class), Asked.text(supplier), null, Asked.day(from),
                    Asked.day(to), Asked.key(after, Long.MAX_VALUE), LIMIT + 1);
            invoices = Part.of(board.list(filter), LIMIT, InvoiceBoard.Invoice::rowNo);
        }
        return invoices;
    }

    public List<ToleranceDesk.Rule> getRules() {
        if (rules == null) {
            rules = tolerances.all();
        }
        return rules;
    }

    public boolean isEnterable() {
        return shell.may("buyer") || shell.may("accountant");
    }

    public List<InvoiceStatus> getStatuses() {
        return List.of(InvoiceStatus.values());
    }

    public String getQuery() {
        return Query.of("status", status).and("supplier", supplier).and("from", from).and("to", to).text();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
