package entrepot.web.page;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.server.PurchaseDesk;
import entrepot.inventory.replenishment.server.SuggestionBoard;
import entrepot.inventory.replenishment.server.SuggestionBoard.Group;
import entrepot.inventory.replenishment.server.SuggestionBoard.Suggested;
import entrepot.kernel.Quantity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What should we order today, and why? */
@Named
@RequestScoped
public class ReplenishmentPage {

    private static final int LIMIT = 100;

    @Inject
    private SuggestionBoard board;

    @Inject
    private PurchaseDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String supplier;
    private String location;
    private String sku;
    private String after;
    private List<Group> groups;
    private Part<Suggested> rows;

    /** What one order would have, as far as this part of the list goes. */
    public record Order(Group head, List<Suggested> rows) {}

    public List<Group> getGroups() {
        if (groups == null) {
            groups = board.groups();
        }
        return groups;
    }

    /** Suppliers with something to order, each once. */
    public List<Group> getSuppliers() {
        List<Group> suppliers = new ArrayList<>();
        for (Group group : getGroups()) {
            if (group.supplier() != null && suppliers.stream().noneMatch(one -> one.supplier().equals(group.supplier()))) {
                suppliers.add(group);
            }
        }
        return suppliers;
    }

    public Part<Suggested> getRows() {
        if (rows == null) {
            SuggestionBoard.Filter filter = new SuggestionBoard.Filter(
                    Asked.text(supplier), Asked.text(location), Asked.text(sku), null, Asked.text(after), LIMIT + 1);
            rows = Part.of(board.list(filter), LIMIT, Suggested::key);
        }
        return rows;
    }

    public List<Order> getOrders() {
        List<Order> orders = new ArrayList<>();
        for (Suggested row : getRows().rows()) {
            Order last = orders.isEmpty() ? null : orders.get(orders.size() - 1);
            if (last == null || !isOf(last.head(), row)) {
                last = new Order(head(row), new ArrayList<>());
                orders.add(last);
            }
            last.rows().add(row);
        }
        return orders;
    }

    private Group head(Suggested row) {
        return getGroups().stream().filter(group -> isOf(group, row)).findFirst()
                .orElse(new Group(row.supplier(), row.supplierName(), row.location(), 0, null));
    }

    private static boolean isOf(Group group, Suggested row) {
        return Objects.equals(group.supplier(), row.supplier()) && group.location().equals(row.location());
    }

    // What the buttons do

    /** The ticked become orders that are sent today. */
    public String order() {
        return confirm(true);
    }

    public String draft() {
        return confirm(false);
    }

    private String confirm(boolean send) {
        List<Long> ticked = sent.ticked();
        if (ticked.isEmpty()) {
            notes.bad(show.word("replenishment", "untouched"));
        } else if (saveQuantities() >= 0) {
            PurchaseOutcome outcome = desk.confirm(sent.key(), ticked + (send ? " sent" : " drafted"), ticked, send);
            done(outcome).ifPresent(orders -> notes.good(show.text("replenishment.ordered", ticked.size(), orders.size())));
        }
        return again();
    }

    public String save() {
        int saved = saveQuantities();
        if (saved >= 0) {
            notes.good(show.text("replenishment.saved", saved));
        }
        return again();
    }

    public String dismiss() {
        String why = sent.text("why");
        if (sent.ticked().isEmpty() || why == null) {
            notes.bad(show.word("replenishment", sent.ticked().isEmpty() ? "untouched" : "nowhy"));
        } else {
            done(desk.dismiss(sent.ticked(), why))
                    .ifPresent(none -> notes.good(show.text("replenishment.dismissed", sent.ticked().size())));
        }
        return again();
    }

    /** @return how many a buyer changed, or -1 where one of them is no quantity or was refused */
    private int saveQuantities() {
        int saved = 0;
        for (long row : sent.rows("quantity")) {
            Optional<Quantity> quantity = sent.quantity("quantity." + row);
            if (quantity.isEmpty()) {
                notes.bad(show.text("replenishment.noquantity", Objects.toString(sent.text("quantity." + row), "")));
                return -1;
            }
            if (!quantity.equals(sent.quantity("was." + row))) {
                int version = sent.number("version." + row).map(Number::intValue).orElse(-1);
                if (done(desk.edit(row, version, quantity.get())).isEmpty()) {
                    return -1;
                }
                saved++;
            }
        }
        return saved;
    }

    private Optional<List<UUID>> done(PurchaseOutcome outcome) {
        if (outcome instanceof PurchaseOutcome.Done done) {
            return Optional.of(done.orders());
        }
        ((PurchaseOutcome.Refused) outcome).refusals().stream().map(Refusal::detail).forEach(notes::bad);
        return Optional.empty();
    }

    private String again() {
        return "replenishment.xhtml?faces-redirect=true&" + getQuery();
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getQuery() {
        return Query.of("supplier", supplier).and("location", location).and("sku", sku).text();
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getLocation() {
        return location;
    }

    public void setLocation(String location) {
        this.location = location;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
