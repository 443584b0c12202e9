package entrepot.web.page;

import entrepot.inventory.assembly.Bill;
import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.assembly.RollUp;
import entrepot.inventory.assembly.server.BillBoard;
import entrepot.inventory.assembly.server.BillDesk;
import entrepot.inventory.assembly.server.BillRefused;
import entrepot.inventory.assembly.server.RollUpReport;
import entrepot.inventory.stock.server.ItemBoard;
import entrepot.inventory.stock.server.ItemFile;
import entrepot.kernel.Quantity;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.BillBody;
import entrepot.web.api.BillIntake;
import entrepot.web.api.BillRefusedMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What is this item made of, what would it cost to make today, and where does it go into? */
@Named
@RequestScoped
public class BillPage {

    @EJB
    private BillBoard board;

    @EJB
    private BillDesk desk;

    @EJB
    private RollUpReport rollUp;

    @EJB
    private ItemFile items;

    @EJB
    private ItemBoard places;

    @Inject
    private BillIntake intake;

    @Inject
    private ScannedLines lines;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String sku;
    private String location;
    private List<Bill> versions;
    private List<Step> cost;

    /** A node of the roll-up, so far in. */
    public record Step(int depth, RollUp.Node node) {}

    public void open() {
        Missing.unless(Asked.text(sku) == null || getCard() != null);
        if (sent.text("version") == null && getBill() != null) {
            List<ScannedLine> rows = new ArrayList<>();
            for (Bill.Part part : getBill().parts()) {
                ItemFile.Card card = items.find(part.sku()).orElseThrow();
                rows.add(new ScannedLine(rows.size(), part.sku(), card.name(), card.unit(), show.field(part.quantity().decimal()),
                        part.scrap().signum() == 0 ? null : show.field(part.scrap()), null));
            }
            lines.begin(rows);
        }
    }

    // What the buttons do

    public String scan() {
        lines.scan(new ScannedLines.Beginning(one -> null, one -> null));
        return null;
    }

    public String save() {
        String whole = isFresh() ? sent.text("newSku") : sku;
        try {
            intake.set(whole, version(), new BillBody(sent.text("kind"), Scanner.typed(sent.text("makes")), Scanner.typed(sent.text("labour")),
                    Scanner.typed(sent.text("overhead")), sent.text("note"), lines.getRows().stream()
                            .map(line -> new BillBody.Line(line.sku(), Scanner.typed(line.quantity()), Scanner.typed(line.amount())))
                            .toList()));
            notes.good(show.word("form", "kept"));
            return "bill.xhtml?faces-redirect=true&sku=" + whole;
        } catch (ApiProblem wrong) {
            faults.note(wrong);
        } catch (BillRefused refused) {
            faults.note(BillRefusedMapper.problem(refused));
        }
        return null;
    }

    public String withdraw() {
        try {
            desk.withdraw(sku, version());
            notes.good(show.word("bill", "withdrawn"));
            return "bills.xhtml?faces-redirect=true";
        } catch (BillRefused refused) {
            faults.note(BillRefusedMapper.problem(refused));
            return null;
        }
    }

    private int version() {
        return sent.number("version").map(Number::intValue).orElse(-1);
    }

    // What the page shows

    public boolean isFresh() {
        return Asked.text(sku) == null;
    }

    public ItemFile.Card getCard() {
        return isFresh() ? null : items.find(sku).orElse(null);
    }

    /** Null where the item is made of nothing. */
    public Bill getBill() {
        return getVersions().isEmpty() || getVersions().get(0).kind() == BillKind.WITHDRAWN ? null : getVersions().get(0);
    }

    public List<Bill> getVersions() {
        if (versions == null) {
            versions = isFresh() ? List.of() : board.versions(sku);
        }
        return versions;
    }

    /** Of the last version, 0 where there is none. */
    public int getLast() {
        return getVersions().isEmpty() ? 0 : getVersions().get(0).version();
    }

    public List<BillBoard.Use> getUsedIn() {
        return isFresh() ? List.of() : board.usedIn(sku);
    }

    /** Empty where no bill counts, or the place is not known. */
    public List<Step> getCost() {
        if (cost == null) {
            cost = new ArrayList<>();
            if (getBill() != null && getLocation() != null) {
                add(rollUp.of(sku, getLocation(), Quantity.units(1)), 0);
            }
        }
        return cost;
    }

    private void add(RollUp.Node node, int depth) {
        cost.add(new Step(depth, node));
        node.parts().forEach(part -> add(part, depth + 1));
    }

    /** As asked, or the first. */
    public String getLocation() {
        List<ItemBoard.Choice> choices = getLocations();
        return choices.stream().map(ItemBoard.Choice::code).filter(code -> code.equals(location)).findFirst()
                .orElse(choices.isEmpty() ? null : choices.get(0).code());
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public List<ItemBoard.Choice> getLocations() {
        return places.locations();
    }

    public boolean isEditable() {
        return shell.may("storekeeper") || shell.may("buyer");
    }

    public boolean isMakeable() {
        return getBill() != null && getBill().kind() == BillKind.ASSEMBLY && shell.goes("make");
    }

    /** What was entered, where the form comes back; else what is kept. */
    public String value(String field, Object kept) {
        return sent.text("version") != null ? sent.text(field) : kept == null ? null : kept.toString();
    }

    public String number(String field, BigDecimal kept) {
        return value(field, kept == null || kept.signum() == 0 ? null : show.field(kept));
    }

    public List<BillKind> getKinds() {
        return List.of(BillKind.ASSEMBLY, BillKind.KIT);
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }
}
