package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.ItemCard;
import entrepot.inventory.catalogue.KnownCodes;
import entrepot.inventory.ledger.ChartOfAccounts;
import entrepot.inventory.ledger.server.BookSetting;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an item may no longer become once the book knows it, and barcodes that are another item's. */
@ApplicationScoped
class ItemState {

    @Inject
    private Database database;

    @Inject
    private StockHeld stock;

    @Inject
    private BookSetting books;

    @Inject
    private CostRuleTable rules;

    void check(List<Intake> intakes, KnownCodes known) {
        List<Intake> changes = intakes.stream().filter(intake -> intake.good() && intake.held() != null).toList();
        frozen(changes, known);
        withStock(changes, known);
        taken(intakes.stream().filter(Intake::good).toList());
    }

    /** Quantities and costs on the book were counted in one unit and by one method, by lot or not; quantities of suppliers' goods too. */
    private void frozen(List<Intake> changes, KnownCodes known) {
        Map<Long, CostRuleTable.Policy> policies = changes.isEmpty() ? Map.of() : rules.policies();
        List<Intake> other = changes.stream()
                .filter(change -> otherUnit(change) || otherCosting(change) || otherTracking(change) || otherPieces(change) || otherRule(change, known, policies))
                .toList();
        Set<Long> moved = stock.moved(ids(other));
        Set<Long> counted = stock.movedOrConsigned(ids(other));
        for (Intake change : other) {
            if (counted.contains(change.held().id()) && otherUnit(change)) {
                change.flaws().add("unit", "has-movements", "item " + change.sku() + " has movements: its unit stays "
                        + change.held().unit());
            }
            if (moved.contains(change.held().id()) && otherCosting(change)) {
                change.flaws().add("costing", "has-movements", "item " + change.sku() + " has movements by " + change.held().costing()
                        + ": post a change of method instead");
            }
            if (counted.contains(change.held().id()) && otherTracking(change)) {
                change.flaws().add("tracking", "has-movements", "item " + change.sku() + " has movements: its tracking stays "
                        + change.held().tracking() + (change.held().perishable() ? ", with expiry" : ", without expiry"));
            }
            if (counted.contains(change.held().id()) && otherPieces(change)) {
                change.flaws().add("pieceSize", "has-movements", "item " + change.sku() + " has movements: its pieces are "
                        + (change.held().isCatchWeight() ? "" : "not ") + "counted beside what they weigh, and that stays so");
            }
            if (moved.contains(change.held().id()) && otherRule(change, known, policies)) {
                change.flaws().add("category", "has-movements", "item " + change.sku()
                        + " has movements, and the other category has another costing rule");
            }
        }
    }

    private void withStock(List<Intake> changes, KnownCodes known) {
        ChartOfAccounts chart = changes.isEmpty() ? null : books.chart();
        List<Intake> other = changes.stream()
                .filter(change -> retires(change) || otherInventory(change, known, chart))
                .toList();
        Set<Long> held = stock.held(ids(other));
        for (Intake change : other) {
            if (held.contains(change.held().id()) && retires(change)) {
                change.flaws().add("active", "stock-held", "item " + change.sku() + " has stock: sell it or move it out first");
            }
            if (held.contains(change.held().id()) && otherInventory(change, known, chart)) {
                change.flaws().add("category", "stock-held", "item " + change.sku()
                        + " has stock, and the other category has another inventory account");
            }
        }
    }

    private void taken(List<Intake> good) {
        Map<String, String> owners = owners(good.stream()
                .flatMap(intake -> intake.card().barcodes().stream())
                .map(barcode -> barcode.gtin().fourteen())
                .toList());
        for (Intake intake : good) {
            List<ItemCard.Barcode> barcodes = intake.card().barcodes();
            for (int number = 0; number < barcodes.size(); number++) {
                String owner = owners.get(barcodes.get(number).gtin().fourteen());
                if (owner != null && !owner.equals(intake.card().sku().code())) {
                    intake.flaws().add("barcodes/" + number + "/gtin", "taken",
                            "GTIN " + barcodes.get(number).gtin() + " is item " + owner + "'s");
                }
            }
        }
    }

    private Map<String, String> owners(List<String> gtins) {
        Map<String, String> owners = new HashMap<>();
        ItemIntake.chunks(gtins).forEach(chunk -> database.jdbi().useHandle(handle -> handle
                .createQuery("SELECT b.gtin14, i.sku FROM barcode b JOIN item i ON i.id = b.item_id WHERE b.gtin14 IN (<gtins>)")
                .bindList("gtins", chunk)
                .map((row, context) -> owners.put(row.getString(1), row.getString(2)))
                .list()));
        return owners;
    }

    private static boolean otherUnit(Intake change) {
        return !change.held().unit().equals(change.card().unit());
    }

    private static boolean otherCosting(Intake change) {
        return !change.held().costing().equals(change.card().costing().name());
    }

    private static boolean otherTracking(Intake change) {
        return !change.held().tracking().equals(change.card().tracking().name()) || change.held().perishable() != change.card().perishable();
    }

    /** What one piece is may be said anew. */
    private static boolean otherPieces(Intake change) {
        return change.held().isCatchWeight() != (change.card().pieces() != null);
    }

    private static boolean retires(Intake change) {
        return change.held().active() && !change.card().active();
    }

    private static boolean otherRule(Intake change, KnownCodes known, Map<Long, CostRuleTable.Policy> policies) {
        CostRuleTable.Policy rest = policies.get(0L);
        return !policies.getOrDefault(change.held().categoryId(), rest).equals(policies.getOrDefault(category(change, known), rest));
    }

    private static long category(Intake change, KnownCodes known) {
        String category = change.card().category();
        return category == null ? 0 : known.categories().get(category);
    }

    private static boolean otherInventory(Intake change, KnownCodes known, ChartOfAccounts chart) {
        long after = category(change, known);
        long before = change.held().categoryId();
        return before != after
                && chart.sites().stream().anyMatch(site -> !chart.inventory(before, site).equals(chart.inventory(after, site)));
    }

    private static Set<Long> ids(List<Intake> changes) {
        return changes.stream().map(change -> change.held().id()).collect(Collectors.toSet());
    }
}
