package entrepot.web.page;

import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.OrderBody;
import entrepot.web.api.OrderIntake;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What shall which supplier ship to which customer, and what does either pay? */
@Named
@RequestScoped
public class DropShipPage {

    @EJB
    private ItemBoard board;

    @EJB
    private ItemFile items;

    @Inject
    private OrderIntake intake;

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

    public String scan() {
        lines.scan(new ScannedLines.Beginning(
                sku -> items.find(sku).map(ItemFile.Card::purchaseCost).map(show::field).orElse(null), sku -> null));
        return null;
    }

    /** Makes a draft, which is sent on its own page. */
    public String make() {
        try {
            intake.create(confirmation.getKey(), body());
            notes.good(show.word("dropship", "made"));
            return "order.xhtml?faces-redirect=true&id=" + confirmation.getKey();
        } catch (ApiProblem refused) {
            faults.note(refused);
            return null;
        }
    }

    private OrderBody body() {
        String customer = sent.text("customer") == null ? "" : sent.text("customer");
        return new OrderBody(sent.text("supplier"), null, null, sent.text("expected"), sent.text("note"), null, customer,
                lines.getRows().stream().map(line -> new OrderBody.Line(line.sku(), Scanner.typed(line.quantity()), Scanner.typed(line.amount()),
                        Scanner.typed(sent.text("second." + line.row())))).toList());
    }

    public List<ItemBoard.Choice> getSuppliers() {
        return board.suppliers();
    }

    public boolean isOf(String code) {
        return code.equals(sent.text("supplier"));
    }
}
