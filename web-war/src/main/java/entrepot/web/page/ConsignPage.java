package entrepot.web.page;

import entrepot.inventory.consign.ConsignmentNote.Kind;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ConsignmentBody;
import entrepot.web.api.ConsignmentIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** What came of a supplier's goods, went back to him, or was used of them? */
@Named
@RequestScoped
public class ConsignPage {

    @EJB
    private ItemFile items;

    @EJB
    private ItemBoard board;

    @Inject
    private ConsignmentIntake intake;

    @Inject
    private ScannedLines lines;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Sent sent;

    @Inject
    private Show show;

    private String asked;
    private String supplier;

    public String scan() {
        lines.scan(new ScannedLines.Beginning(this::lastCost, sku -> null));
        return null;
    }

    /** Notes it; what is used becomes a receipt, which is shown then. */
    public String book() {
        try {
            if (getKind() == Kind.TAKEN) {
                String receipt = intake.take(confirmation.getKey(), body()).id().toString();
                notes.good(show.word("consign.done", Kind.TAKEN));
                return "posting.xhtml?faces-redirect=true&id=" + receipt;
            }
            intake.move(confirmation.getKey(), getKind(), body());
            notes.good(show.word("consign.done", getKind()));
            return "consignments.xhtml?faces-redirect=true&supplier=" + sent.text("supplier");
        } catch (ApiProblem refused) {
            faults.note(refused);
            return null;
        }
    }

    private ConsignmentBody body() {
        return new ConsignmentBody(sent.text("supplier"), sent.text("location"), null, sent.text("date"), null, sent.text("reference"),
                lines.getRows().stream().map(line -> new ConsignmentBody.Line(line.sku(), Scanner.typed(line.quantity()),
                        isCosted() ? Scanner.typed(line.amount()) : null, line.lots(Scanner.typed(line.quantity())))).toList());
    }

    private String lastCost(String sku) {
        return isCosted() ? items.find(sku).map(ItemFile.Card::purchaseCost).map(show::field).orElse(null) : null;
    }

    // What the page shows

    public Kind getKind() {
        return Objects.requireNonNullElse(Asked.oneOf(asked, Kind.class), Kind.ARRIVED);
    }

    public List<Kind> getKinds() {
        return List.of(Kind.values());
    }

    /** Whether it is agreed now what will be owed. */
    public boolean isCosted() {
        return getKind() == Kind.ARRIVED;
    }

    public List<ItemBoard.Choice> getLocations() {
        return board.locations();
    }

    public List<ItemBoard.Choice> getSuppliers() {
        return board.suppliers();
    }

    public boolean isAt(String code) {
        return code.equals(sent.text("location"));
    }

    public boolean isOf(String code) {
        return code.equals(sent.text("supplier") == null ? supplier : sent.text("supplier"));
    }

    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }
}
