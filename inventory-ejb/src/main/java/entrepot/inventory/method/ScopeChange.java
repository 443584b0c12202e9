package entrepot.inventory.method;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.Framework;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Something else is valued together of items, from the head's day on: as if it had always been so, the difference being opening equity
 * of that day; or what is on hand goes over at what it is worth, where the framework lets that. No figure that was reported moves.
 */
public record ScopeChange(Amendment head, Asked asked, Framework framework, List<Line> lines) {

    /** @param ground of a prospective one: why nothing of before is worked out anew; else null */
    public record Asked(CostingScope scope, Application application, Application.Ground ground) {}

    /**
     * @param item      null where the SKU is not known
     * @param was       what is valued together of it so far
     * @param own       that, where it is the item's own; null where it is that of its category
     * @param accounts  whether its stock has an account for each site
     * @param place     where it moved first, or null where it never did
     * @param movements of the item, ever
     */
    public record Line(String sku, ItemId item, CostingScope was, CostingScope own, boolean accounts, LocationId place, long movements) {}

    public ScopeChange {
        lines = List.copyOf(lines);
    }

    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        if (head.reason() == null || head.reason().isBlank()) {
            refusals.add(Refusal.whole("reason-missing", "a change of what is valued together needs its reason: why it tells more (IAS 8.29)"));
        }
        refuseGround(refusals);
        if (lines.isEmpty()) {
            refusals.add(Refusal.whole("no-items", "no item that has moved is valued otherwise"));
        }
        long movements = lines.stream().mapToLong(Line::movements).sum();
        if (movements > CostingChange.MOST_MOVEMENTS) {
            refusals.add(Refusal.whole("too-much", "the items have moved " + movements + " times: change them in parts of at most "
                    + CostingChange.MOST_MOVEMENTS + " movements"));
        }
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < lines.size(); number++) {
            refuse(number, lines.get(number), seen, refusals);
        }
        return refusals;
    }

    private void refuseGround(List<Refusal> refusals) {
        if (asked.application() == Application.RETROSPECTIVE) {
            return;
        }
        if (asked.ground() == null) {
            refusals.add(Refusal.whole("ground-missing", "it counts from a day on: say why no earlier figure is worked out anew"));
        } else if (!framework.allows(asked.ground())) {
            refusals.add(Refusal.whole("ground-not-allowed", framework + " does not let a change count from a day on for " + asked.ground()
                    + ": apply it as if it had always been so"));
        }
    }

    private void refuse(int number, Line line, Set<String> seen, List<Refusal> refusals) {
        if (line.item() == null) {
            refusals.add(new Refusal(number, "unknown-item", "no item '" + line.sku() + "', or it is inactive"));
        } else if (!seen.add(line.sku())) {
            refusals.add(new Refusal(number, "doubled", "item " + line.sku() + " is there twice"));
        } else if (line.place() == null) {
            refusals.add(new Refusal(number, "never-moved", "item " + line.sku() + " has never moved: set the costing rule of its category"));
        } else if (line.accounts() && asked.scope() != CostingScope.LOCATION) {
            refusals.add(new Refusal(number, "accounts-by-site", "stock of item " + line.sku() + " has an account for each site, so each site is"
                    + " valued by itself"));
        }
    }

    public List<StockLine> stock() {
        return lines.stream().map(line -> (StockLine) new StockLine.ChangeScope(line.item(), line.place(), asked.scope(), asked.application()))
                .toList();
    }
}
