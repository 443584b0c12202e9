package entrepot.inventory.method;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.Framework;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items are costed otherwise: as if it had always been so, or from the head's day on where the framework lets them.
 * Retrospectively, what that makes of the days before is opening equity of that day; no figure that was reported moves.
 */
public record CostingChange(Amendment head, Asked asked, Framework framework, List<Line> lines) {

    /** So much is worked out in one transaction. */
    static final long MOST_MOVEMENTS = 200_000;

    /**
     * @param costing or null, where the flow stays
     * @param period  of an average, or null where it stays
     * @param ground  of a prospective one, or null
     */
    public record Asked(CostFlow costing, AveragePeriod period, Application application, Application.Ground ground) {

        public CostTerms of(CostTerms was) {
            return new CostTerms(costing == null ? was.flow() : costing, period == null ? was.period() : period);
        }
    }

    /**
     * @param item      null where the SKU is not known
     * @param own       the period that is the item's own, or null where it has that of its category
     * @param place     where it moved first, or null where it never did
     * @param movements of the item, ever
     */
    public record Line(String sku, ItemId item, CostTerms was, AveragePeriod own, LocationId place, long movements) {}

    public CostingChange {
        lines = List.copyOf(lines);
    }

    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        if (head.reason() == null || head.reason().isBlank()) {
            refusals.add(Refusal.whole("reason-missing", "a change of method needs its reason: why the new one tells more (IAS 8.29)"));
        }
        if (asked.costing() != null && !framework.allows(asked.costing())) {
            refusals.add(Refusal.whole("not-allowed", framework + " does not allow " + asked.costing()));
        }
        refuseGround(refusals);
        if (lines.isEmpty()) {
            refusals.add(Refusal.whole("no-items", "no item that has moved is costed by a method that can become this one"));
        }
        long movements = lines.stream().mapToLong(Line::movements).sum();
        if (movements > MOST_MOVEMENTS) {
            refusals.add(Refusal.whole("too-much", "the items have moved " + movements + " times: change them in parts of at most "
                    + MOST_MOVEMENTS + " movements"));
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
            refusals.add(Refusal.whole("ground-missing", "a change from a day on says why no earlier figure is worked out anew"));
        } else if (!framework.allows(asked.ground())) {
            refusals.add(Refusal.whole("ground-not-allowed", framework + " does not let a change count from a day on for "
                    + asked.ground() + ": apply it as if it had always been so"));
        }
    }

    private static void refuse(int number, Line line, Set<String> seen, List<Refusal> refusals) {
        if (line.item() == null) {
            refusals.add(new Refusal(number, "unknown-item", "no item '" + line.sku() + "', or it is inactive"));
        } else if (!seen.add(line.sku())) {
            refusals.add(new Refusal(number, "doubled", "item " + line.sku() + " is there twice"));
        } else if (line.place() == null) {
            refusals.add(new Refusal(number, "never-moved", "item " + line.sku() + " has never moved: change its costing on its card"));
        }
    }

    public List<StockLine> stock() {
        return lines.stream()
                .map(line -> (StockLine) new StockLine.ChangeCosting(line.item(), line.place(), asked.of(line.was()), asked.application(),
                        PostingKind.COSTING_CHANGE.against()))
                .toList();
    }
}
