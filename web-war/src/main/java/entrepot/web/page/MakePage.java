package entrepot.web.page;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.server.BillBoard;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.web.api.AssemblyBody;
import entrepot.web.api.AssemblyIntake;
import entrepot.web.api.LotBody;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was made or taken apart, and what will that do to stock and books? */
@Named
@RequestScoped
public class MakePage {

    @EJB
    private BillBoard board;

    @EJB
    private ItemBoard places;

    @EJB
    private ItemFile items;

    @Inject
    private AssemblyIntake intake;

    @Inject
    private ScannedLines lines;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private Show show;

    private String sku;
    private String kind;
    private Bill bill;

    public void open() {
        bill = sku == null ? null : board.find(sku).filter(one -> one.kind() == BillKind.ASSEMBLY).orElse(null);
        Missing.unless(bill != null);
    }

    public String scan() {
        lines.scan(new ScannedLines.Beginning(one -> null, one -> null));
        return null;
    }

    public String look() {
        AssemblyBody body = body();
        return confirmation.look(body, () -> intake.preview(confirmation.getKey(), getKind(), body));
    }

    public String book() {
        AssemblyBody body = body();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), getKind(), body), "posting.xhtml",
                show.word("movement", "posted"));
    }

    private AssemblyBody body() {
        String lot = sent.text("lot");
        String quantity = Scanner.typed(sent.text("quantity"));
        List<AssemblyBody.Line> parts = lines.getRows().stream()
                .map(line -> new AssemblyBody.Line(line.sku(), Scanner.typed(line.quantity()), line.lots(Scanner.typed(line.quantity())),
                        line.countedPieces()))
                .toList();
        return new AssemblyBody(sku, quantity, sent.text("location"), sent.text("to"), null, sent.text("date"), null, sent.text("reference"),
                sent.text("reason"), isMaking() ? Scanner.typed(sent.text("beside")) : null,
                lot == null ? null : List.of(new LotBody(lot, sent.text("expires"), quantity)), Scanner.whole(sent.text("pieces")), parts.isEmpty() ? null : parts);
    }

    public PostingKind getKind() {
        return PostingKind.DISASSEMBLY.name().equals(kind) ? PostingKind.DISASSEMBLY : PostingKind.ASSEMBLY;
    }

    public List<PostingKind> getKinds() {
        return List.of(PostingKind.ASSEMBLY, PostingKind.DISASSEMBLY);
    }

    public boolean isMaking() {
        return getKind() == PostingKind.ASSEMBLY;
    }

    public boolean isCatchWeight() {
        return items.find(sku).map(ItemFile.Card::pieceSize).isPresent();
    }

    public Bill getBill() {
        return bill;
    }

    public List<ItemBoard.Choice> getLocations() {
        return places.locations();
    }

    public boolean isAt(String field, String code) {
        return code.equals(sent.text(field));
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getAsked() {
        return kind;
    }

    public void setAsked(String asked) {
        kind = asked;
    }
}
