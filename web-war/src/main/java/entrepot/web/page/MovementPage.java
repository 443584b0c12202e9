package entrepot.web.page;

import entrepot.inventory.goods.server.CameIn;
import entrepot.inventory.goods.server.GoodsDesk;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.web.api.NoteBody;
import entrepot.web.api.NoteIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** What came, went or moved, and what will that do to stock and books? */
@Named
@RequestScoped
public class MovementPage {

    private static final int RECEIPTS = 50;

    @EJB
    private GoodsDesk desk;

    @EJB
    private CameIn cameIn;

    @EJB
    private ItemFile items;

    @EJB
    private ItemBoard board;

    @Inject
    private NoteIntake intake;

    @Inject
    private ScannedLines lines;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Currencies currencies;

    @Inject
    private Sent sent;

    @Inject
    private Show show;

    private String kind;
    private String location;
    private List<PostingKind> kinds;

    // What the buttons do

    public String scan() {
        lines.scan(new ScannedLines.Beginning(this::lastCost, this::lastReceipt));
        return null;
    }

    public String look() {
        NoteBody body = body();
        return confirmation.look(body, () -> intake.preview(confirmation.getKey(), body));
    }

    public String book() {
        NoteBody body = body();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), body), "posting.xhtml",
                show.word("movement", "posted"));
    }

    private NoteBody body() {
        return new NoteBody(null, getKind().name(), sent.text("location"), isTransfer() ? sent.text("to") : null,
                isReceipt() ? currencies.chosen() : null, isReceipt() ? currencies.rate() : null, sent.text("date"), null,
                sent.text("reference"), sent.text("reason"), isToSupplier() ? sent.text("credit") : null,
                sent.text("wasCounted") == null ? null : true, lines.getRows().stream().map(this::line).toList());
    }

    /** Once a receipt is dated before today, it may be of goods that were counted since. */
    public boolean isAskingOfCount() {
        LocalDate day = Asked.day(confirmation.getDate());
        return isReceipt() && day != null && day.isBefore(confirmation.today());
    }

    private NoteBody.Line line(ScannedLine line) {
        String cost = isCosted() ? Scanner.typed(line.amount()) : null;
        return new NoteBody.Line(line.sku(), Scanner.typed(line.quantity()), cost, null, isToSupplier() ? receipt(line) : null,
                line.lots(Scanner.typed(line.quantity())), line.countedPieces());
    }

    private static NoteBody.LineOf receipt(ScannedLine line) {
        String[] parts = line.receipt() == null ? new String[0] : line.receipt().split("/", 2);
        return parts.length == 2 && parts[1].matches("\\d{1,6}") ? new NoteBody.LineOf(parts[0], Integer.valueOf(parts[1])) : null;
    }

    private String lastCost(String sku) {
        return getKind() == PostingKind.OPENING || getKind() == PostingKind.RECEIPT
                ? items.find(sku).map(ItemFile.Card::purchaseCost).map(show::field).orElse(null)
                : null;
    }

    private String lastReceipt(String sku) {
        return isToSupplier() ? cameIn.of(sku, 1).stream().findFirst().map(CameIn.Line::key).orElse(null) : null;
    }

    // What the page shows

    /** What this user may post. */
    public List<PostingKind> getKinds() {
        if (kinds == null) {
            kinds = List.copyOf(desk.kinds());
        }
        return kinds;
    }

    /** As asked where the user may post it; else a receipt, or the first that he may. */
    public PostingKind getKind() {
        PostingKind asked = Asked.oneOf(kind, PostingKind.class);
        if (asked != null && getKinds().contains(asked)) {
            return asked;
        }
        return getKinds().contains(PostingKind.RECEIPT) ? PostingKind.RECEIPT : getKinds().get(0);
    }

    public String getAsked() {
        return kind;
    }

    public void setAsked(String asked) {
        kind = asked;
    }

    public boolean isTransfer() {
        return getKind() == PostingKind.TRANSFER;
    }

    private boolean isReceipt() {
        return getKind() == PostingKind.RECEIPT;
    }

    public boolean isToSupplier() {
        return getKind() == PostingKind.SUPPLIER_RETURN;
    }

    /** Whether what comes in has a cost of its own; what goes out takes the cost of what lay there. */
    public boolean isCosted() {
        return getKind() == PostingKind.OPENING || getKind() == PostingKind.RECEIPT || getKind() == PostingKind.ADJUSTMENT;
    }

    public List<CameIn.Line> receipts(String sku) {
        return isToSupplier() ? cameIn.of(sku, RECEIPTS) : List.of();
    }

    public List<ItemBoard.Choice> getLocations() {
        return board.locations();
    }

    public boolean isAt(String field, String code) {
        String given = sent.text(field) == null && field.equals("location") ? location : sent.text(field);
        return code.equals(given);
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }
}
