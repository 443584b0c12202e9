package entrepot.web.page;

import entrepot.inventory.sale.Sale;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.trading.pricing.server.PriceList;
import entrepot.web.api.SaleBody;
import entrepot.web.api.SaleIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Can I sell this now? And what comes back whose sale nobody knows? */
@Named
@RequestScoped
public class TillPage {

    @EJB
    private PriceList prices;

    @EJB
    private ItemBoard board;

    @Inject
    private SaleIntake intake;

    @Inject
    private ScannedLines lines;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String kind;

    public String scan() {
        lines.scan(new ScannedLines.Beginning(this::priceOf, sku -> null));
        return null;
    }

    public String look() {
        SaleBody body = body();
        return confirmation.look(body, () -> intake.preview(getKind(), confirmation.getKey(), body, shell.isCosts()));
    }

    public String book() {
        SaleBody body = body();
        return confirmation.book(body, this::look, () -> intake.book(getKind(), confirmation.getKey(), body), "sale.xhtml",
                show.word("till.posted", getKind()));
    }

    private SaleBody body() {
        List<SaleBody.Tender> tenders = sent.text("tender") == null ? List.of() : List.of(new SaleBody.Tender(sent.text("tender"), null));
        return new SaleBody(null, sent.text("location"), null, sent.text("customer"), null, null, null, sent.text("reference"),
                isTakingBack() ? sent.text("reason") : null, null, isTakingBack() ? sent.text("unmatched") : null,
                lines.getRows().stream().map(TillPage::line).toList(), tenders);
    }

    private static SaleBody.Line line(ScannedLine line) {
        return new SaleBody.Line(line.sku(), Scanner.typed(line.quantity()), Scanner.typed(line.amount()), null, null, null);
    }

    private String priceOf(String sku) {
        return prices.find(sku).map(PriceList.Line::price).map(show::priceField).orElse(null);
    }

    public Sale.Kind getKind() {
        return isTakingBack() ? Sale.Kind.RETURN : Sale.Kind.SALE;
    }

    public boolean isTakingBack() {
        return Asked.oneOf(kind, Sale.Kind.class) == Sale.Kind.RETURN;
    }

    public List<Sale.Kind> getKinds() {
        return List.of(Sale.Kind.values());
    }

    public List<Sale.TenderKind> getTenders() {
        return List.of(Sale.TenderKind.values());
    }

    public List<ItemBoard.Choice> getLocations() {
        return board.locations();
    }

    public String getAsked() {
        return kind;
    }

    public void setAsked(String asked) {
        kind = asked;
    }
}
