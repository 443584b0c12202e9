package entrepot.web.page;

import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Supplier;
import entrepot.inventory.catalogue.TaxCode;
import entrepot.inventory.catalogue.server.SupplierDesk;
import entrepot.inventory.catalogue.server.TaxCodeDesk;
import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.InvoiceKind;
import entrepot.inventory.invoice.server.InvoiceBoard;
import entrepot.web.api.SupplierInvoiceBody;
import entrepot.web.api.SupplierInvoiceIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What does the supplier's invoice say? Filled in with what came from him and was not invoiced. */
@Named
@RequestScoped
public class EnterInvoicePage {

    private static final int CHARGES = 3;
    private static final int MOST = 500;

    @EJB
    private InvoiceBoard board;

    @EJB
    private SupplierDesk suppliers;

    @EJB
    private TaxCodeDesk taxes;

    @Inject
    private SupplierInvoiceIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Currencies currencies;

    @Inject
    private Sent sent;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String supplier;
    private String kind;
    private String receipt;
    private String currency;
    private String paid;
    private List<InvoiceBoard.Open> open;
    private List<Row> rows;
    private List<Finding> findings = List.of();

    /** A line of the form. @param place its number in the form */
    public record Row(int place, InvoiceBoard.Open open) {}

    public String look() {
        SupplierInvoiceBody body = body();
        return confirmation.look(body, () -> {
            SupplierInvoiceIntake.Looked looked = intake.preview(confirmation.getKey(), body);
            findings = looked.findings();
            return looked.preview();
        });
    }

    public String book() {
        SupplierInvoiceBody body = body();
        return confirmation.done(body, this::look, () -> {
            intake.enter(confirmation.getKey(), body);
            return UUID.fromString(confirmation.getKey());
        }, "invoice.xhtml", show.word("invoice.done", "entered"));
    }

    /** Lines without a quantity are not on this invoice. */
    private SupplierInvoiceBody body() {
        List<SupplierInvoiceBody.Line> lines = new ArrayList<>();
        for (long row : sent.rows("quantity")) {
            if (sent.text("quantity." + row) != null) {
                lines.add(new SupplierInvoiceBody.Line(
                        new SupplierInvoiceBody.Receipt(sent.text("receipt." + row), sent.number("line." + row).map(Number::intValue).orElse(null)),
                        null, Scanner.typed(sent.text("quantity." + row)), Scanner.typed(sent.text("price." + row)), sent.text("tax." + row)));
            }
        }
        List<SupplierInvoiceBody.Charge> charges = new ArrayList<>();
        for (long row : sent.rows("amount")) {
            if (sent.text("amount." + row) != null) {
                charges.add(new SupplierInvoiceBody.Charge(sent.text("what." + row), Scanner.typed(sent.text("amount." + row)),
                        sent.text("by." + row), "on".equals(sent.text("estimated." + row)), isFixed(row) ? null : named(),
                        isFixed(row) ? borne() : null, sent.text("chargetax." + row)));
            }
        }
        return new SupplierInvoiceBody(getKind().name(), supplier, sent.text("number"), sent.text("invoicedate"), sent.text("due"), getCurrency(), currencies.rate(),
                sent.text("date"), sent.text("note"), Scanner.typed(sent.text("printed")), lines, charges);
    }

    private boolean isFixed(long charge) {
        return LandedCost.By.FIXED.name().equals(sent.text("by." + charge));
    }

    /** What is typed beside the lines of goods. */
    private List<SupplierInvoiceBody.Bears> borne() {
        return sent.rows("bears").stream().filter(row -> sent.text("bears." + row) != null)
                .map(row -> new SupplierInvoiceBody.Bears(sent.text("receipt." + row),
                        sent.number("line." + row).map(Number::intValue).orElse(null), Scanner.typed(sent.text("bears." + row))))
                .toList();
    }

    /** Of an invoice of freight alone, the receipt it is for. */
    private List<String> named() {
        return Asked.text(receipt) == null ? null : List.of(receipt);
    }

    /** What the kind chosen can take: what came, or what went back. */
    public List<Row> getRows() {
        if (rows == null) {
            List<InvoiceBoard.Open> offered = open();
            rows = IntStream.range(0, offered.size()).mapToObj(place -> new Row(place, offered.get(place))).toList();
        }
        return rows;
    }

    private List<InvoiceBoard.Open> open() {
        if (open == null) {
            open = Asked.text(supplier) == null || Asked.text(receipt) != null ? List.of() : board.open(supplier).stream()
                    .filter(one -> one.quantity().isPositive() == (getKind() == InvoiceKind.INVOICE)).toList();
        }
        return open;
    }

    /** As asked; else that of all that can be invoiced, where it is one. */
    public String getCurrency() {
        if (Asked.text(currency) != null) {
            return currency;
        }
        if (paid == null) {
            List<String> all = open().stream().map(InvoiceBoard.Open::currency).distinct().toList();
            paid = all.size() == 1 ? all.get(0) : shell.getCurrency();
        }
        return paid;
    }

    /** That of the rows is among them, whether it has a rate or not. */
    public List<String> getOffered() {
        return Stream.of(Stream.of(shell.getCurrency(), getCurrency()), currencies.getOthers().stream(), open().stream().map(InvoiceBoard.Open::currency))
                .flatMap(one -> one).distinct().toList();
    }

    /** The rate of the invoice's day, as far as that is known. */
    public String getWorth() {
        return currencies.worth(getCurrency(), confirmation.field("invoicedate") == null ? confirmation.getDate() : confirmation.field("invoicedate"));
    }

    public boolean isForeign() {
        return !getCurrency().equals(shell.getCurrency());
    }

    public String getAskedCurrency() {
        return currency;
    }

    public void setAskedCurrency(String asked) {
        currency = asked;
    }

    public String quantity(Row row) {
        String open = show.plain(row.open().quantity().isPositive() ? row.open().quantity() : row.open().quantity().negated());
        return confirmation.field("key") == null ? open : sent.text("quantity." + row.place());
    }

    public String price(Row row) {
        if (confirmation.field("key") != null) {
            return sent.text("price." + row.place());
        }
        return row.open().currency().equals(getCurrency()) ? show.priceField(row.open().unitPrice()) : null;
    }

    public boolean isTax(String field, String own, String code) {
        return code.equals(confirmation.field("key") == null ? own : sent.text(field));
    }

    public List<Integer> getCharges() {
        return IntStream.range(0, CHARGES).boxed().toList();
    }

    public List<LandedCost.By> getWays() {
        return List.of(LandedCost.By.values());
    }

    public List<Finding> getFindings() {
        return findings;
    }

    public List<Supplier> getSuppliers() {
        return suppliers.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
    }

    public List<TaxCode> getTaxes() {
        return taxes.list(new Listing(null, true, null, MOST)).stream().map(Kept::value).toList();
    }

    public InvoiceKind getKind() {
        InvoiceKind asked = Asked.oneOf(kind, InvoiceKind.class);
        return asked == null ? InvoiceKind.INVOICE : asked;
    }

    public List<InvoiceKind> getKinds() {
        return List.of(InvoiceKind.values());
    }

    public String getAsked() {
        return kind;
    }

    public void setAsked(String asked) {
        this.kind = asked;
        forget();
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
        forget();
    }

    public String getReceipt() {
        return receipt;
    }

    public void setReceipt(String receipt) {
        this.receipt = receipt;
        forget();
    }

    /** A form that comes back is read once before it is known of whom it is. */
    private void forget() {
        rows = null;
        open = null;
        paid = null;
    }
}
