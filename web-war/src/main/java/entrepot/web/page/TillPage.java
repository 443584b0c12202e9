package entrepot.web.page;

import entrepot.inventory.promise.server.ReservationBoard;
import entrepot.inventory.sale.Sale;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.kernel.Quantity;
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
    private KitPieces kits;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    @EJB
    private ReservationBoard reservations;

    private String kind;
    private String reservation;
    private ReservationBoard.Detail kept;

    /** What is held of a reservation stands in the form at once, at the prices of now. */
    public void open() {
        if (getKept() != null) {
            lines.begin(kept.lines().stream().filter(line -> isHere(line) && (line.kit() == null ? line.held().isPositive() : whole(line).isPositive()))
                    .map(line -> line.kit() == null
                            ? new ScannedLine(line.line() + 1, line.sku(), line.name(), line.unit(), show.field(line.held().decimal()), priceOf(line.sku()), null)
                            : new ScannedLine(line.line() + 1, line.kit(), line.kitName(), null, show.field(whole(line).decimal()), priceOf(line.kit()), null))
                    .toList());
        }
    }

    /** How many whole kits are held, at the line of its first part; none at the others. */
    private Quantity whole(ReservationBoard.Line line) {
        return line.kitLine() != line.line() ? Quantity.ZERO : kept.lines().stream()
                .filter(one -> line.kitLine().equals(one.kitLine()))
                .map(one -> Quantity.units(one.kitQuantity().millionths() / 1_000_000 * one.held().millionths() / one.quantity().millionths()))
                .reduce(Quantity::smaller).orElse(Quantity.ZERO);
    }

    private boolean isHere(ReservationBoard.Line line) {
        return line.location().equals(getLocation());
    }

    private ReservationBoard.Detail getKept() {
        if (kept == null && Asked.id(reservation) != null) {
            kept = reservations.find(Asked.id(reservation)).orElse(null);
        }
        return kept;
    }

    /** As sent; of a reservation, where its first goods are. */
    public String getLocation() {
        return sent.text("location") != null || getKept() == null ? sent.text("location") : getKept().lines().stream()
                .filter(line -> line.held().isPositive()).map(ReservationBoard.Line::location).findFirst().orElse(null);
    }

    public String getCustomer() {
        return sent.text("customer") != null || getKept() == null ? sent.text("customer") : getKept().reservation().customer();
    }

    public String scan() {
        lines.scan(new ScannedLines.Beginning(this::priceOf, sku -> null), kits::take);
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
                lines.getRows().stream().map(this::line).toList(), tenders);
    }

    private SaleBody.Line line(ScannedLine line) {
        return new SaleBody.Line(line.sku(), Scanner.typed(line.quantity()), Scanner.typed(line.amount()), null, null, null, keptFor(line),
                line.lots(Scanner.typed(line.quantity())), kits.parts(line), line.countedPieces());
    }

    private SaleBody.Kept keptFor(ScannedLine line) {
        return getKept() == null || isTakingBack() ? null : getKept().lines().stream()
                .filter(one -> (one.kit() == null ? one.sku().equals(line.sku()) : one.kit().equals(line.sku()) && one.kitLine() == one.line()) && isHere(one) && one.held().plus(one.awaited()).isPositive())
                .findFirst().map(one -> new SaleBody.Kept(reservation, one.line())).orElse(null);
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
        return board.sellingLocations();
    }

    public String getAsked() {
        return kind;
    }

    public void setAsked(String asked) {
        kind = asked;
    }

    public String getReservation() {
        return reservation;
    }

    public void setReservation(String reservation) {
        this.reservation = reservation;
    }
}
