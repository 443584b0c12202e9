package entrepot.web.page;

import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.sale.SoldLine;
import entrepot.inventory.sale.server.SaleReport;
import entrepot.inventory.sale.server.SaleView;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.web.api.LotBody;
import entrepot.web.api.SaleBody;
import entrepot.web.api.SaleIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was sold, and what of it comes back? */
@Named
@RequestScoped
public class SalePage {

    @EJB
    private SaleReport report;

    @Inject
    private SaleIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String id;
    private Optional<SaleView> sale = Optional.empty();
    private List<SaleView.Head> linked;

    public void open() {
        Missing.unless(found().isPresent());
    }

    private Optional<SaleView> found() {
        UUID asked = Asked.id(id);
        if (sale.isEmpty() && asked != null) {
            sale = report.find(asked);
        }
        return sale;
    }

    public String look() {
        if (back().isEmpty()) {
            faults.note("", show.word("sale.back", "nothing"));
            return null;
        }
        SaleBody body = body();
        return confirmation.look(body, () -> intake.preview(Sale.Kind.RETURN, confirmation.getKey(), body, shell.isCosts()));
    }

    public String book() {
        SaleBody body = body();
        return confirmation.book(body, this::look, () -> intake.book(Sale.Kind.RETURN, confirmation.getKey(), body), "sale.xhtml",
                show.word("till.posted", Sale.Kind.RETURN));
    }

    /** The lines of the sale beside which something was entered. */
    private List<SaleView.Line> back() {
        return getSale().lines().stream().filter(line -> entered(line) != null).toList();
    }

    public String entered(SaleView.Line line) {
        return sent.text("back." + line.field());
    }

    private SaleBody body() {
        SaleView.Head head = getSale().head();
        List<SaleBody.Tender> tenders = sent.text("tender") == null ? List.of() : List.of(new SaleBody.Tender(sent.text("tender"), null));
        boolean taxIncluded = getSale().lines().stream().anyMatch(line -> whole(line).isTaxIncluded());
        return new SaleBody(null, getSale().lines().get(0).location(), head.channel(), head.customer(), null, null, null, head.reference(),
                sent.text("reason"), taxIncluded, null, back().stream().map(this::line).toList(), tenders);
    }

    private SaleBody.Line line(SaleView.Line line) {
        String discount = sent.quantity("back." + line.field())
                .filter(part -> part.compareTo(line.quantity()) <= 0)
                .map(part -> sold(line).discountOf(part).decimal().toPlainString())
                .orElse(null);
        String quantity = Scanner.typed(entered(line));
        return new SaleBody.Line(line.sku(), quantity, null, discount, null,
                new SaleBody.LineOf(getSale().head().id().toString(), line.line()), null,
                line.lot() == null ? null : List.of(new LotBody(line.lot(), null, quantity)), null, Scanner.whole(sent.text("pieces." + line.field())));
    }

    /** With the parts of it that are of other lots: the tax was worked out of all together. */
    private SoldLine whole(SaleView.Line line) {
        return getSale().lines().stream().filter(part -> part.line() == line.line()).map(SalePage::sold)
                .reduce(SoldLine::plus).orElseThrow();
    }

    private static SoldLine sold(SaleView.Line line) {
        return new SoldLine(line.quantity(), line.unitPrice(), line.gross(), line.discount(), line.net(), line.tax());
    }

    public String fault(SaleView.Line line) {
        int place = back().indexOf(line);
        String fault = place < 0 ? null : Optional.ofNullable(faults.at("/lines/" + place + "/quantity")).orElse(faults.at("/lines/" + place + "/pieces"));
        return place < 0 || fault != null ? fault : faults.at("/lines/" + place + "/lots/0/quantity");
    }

    public Quantity left(SaleView.Line line) {
        return line.quantity().minus(line.returned());
    }

    /** Whether this user may take back what is left of it; while the form is read, before the sale is known, yes. */
    public boolean isReturnable() {
        return id == null || found().isPresent() && getSale().head().kind() == PostingKind.SALE && getSale().head().reversedBy() == null
                && shell.may("cashier") && getSale().lines().stream().anyMatch(line -> left(line).isPositive());
    }

    /** How it was paid, to begin with the same. */
    public boolean isTender(Sale.TenderKind kind) {
        String given = sent.text("tender");
        return given == null
                ? getSale().tenders().stream().limit(1).anyMatch(tender -> tender.kind().equals(kind.name()))
                : given.equals(kind.name());
    }

    public List<Sale.TenderKind> getTenders() {
        return List.of(Sale.TenderKind.values());
    }

    public List<SaleView.Head> getLinked() {
        if (linked == null) {
            linked = found().map(shown -> report.linked(shown.head())).orElse(null);
        }
        return linked;
    }

    /** Null for those who may not see it. */
    public BigDecimal getCost() {
        return found().map(shown -> shown.head().cost()).map(Money::decimal).orElse(null);
    }

    public SaleView getSale() {
        return found().orElse(null);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
