package entrepot.web.page;

import entrepot.inventory.invoice.server.InvoiceBoard;
import entrepot.inventory.journal.server.PostingReport;
import entrepot.inventory.journal.server.PostingView;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.sale.server.SaleReport;
import entrepot.inventory.sale.server.SaleView;
import entrepot.kernel.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What did this posting do to stock and books? */
@Named
@RequestScoped
public class PostingPage {

    @Inject
    private PostingReport report;

    @Inject
    private SaleReport sales;

    @Inject
    private InvoiceBoard board;

    @Inject
    private Shell shell;

    private String id;
    private PostingView posting;
    private SaleView sale;
    private List<InvoiceBoard.Invoice> invoices = List.of();

    public void open() {
        UUID asked = Asked.id(id);
        posting = asked == null ? null : report.find(asked).orElse(null);
        sale = posting == null ? null : sales.find(asked).orElse(null);
        invoices = posting != null && shell.goes("invoices") ? board.of(asked) : List.of();
        Missing.unless(posting != null);
    }

    /** Whether this user may undo it. */
    public boolean isReversible() {
        return posting.head().kind().mayBeReversed() && posting.head().reversedBy() == null
                && (shell.may("storekeeper") || shell.may("accountant"));
    }

    /** What suppliers invoiced of its goods, or what it posts. */
    public List<InvoiceBoard.Invoice> getInvoices() {
        return invoices;
    }

    /** Whether freight of its goods may be invoiced by this user. */
    public boolean isInvoiceable() {
        return posting.head().kind() == PostingKind.RECEIPT && shell.goes("enterinvoice");
    }

    /** Whether goods came that may want labels. */
    public boolean isLabelled() {
        return posting.head().kind() == PostingKind.RECEIPT && shell.goes("labels");
    }

    /** Whether this user may say that something of it turned out different. */
    public boolean isAmendable() {
        return !AmendPage.whats(posting.head(), shell).isEmpty();
    }

    public PostingView getPosting() {
        return posting;
    }

    /** The sale or return it stands for, or null. */
    public SaleView getSale() {
        return sale;
    }

    /** The sum of either side of the journal. */
    public Money getDebits() {
        return posting.journal().stream()
                .map(line -> line.debit())
                .filter(debit -> debit != null)
                .reduce(Money::plus)
                .orElse(null);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
