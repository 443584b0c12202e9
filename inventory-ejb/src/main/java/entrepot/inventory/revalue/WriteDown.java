package entrepot.inventory.revalue;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stock is carried at the lower of cost and net realisable value (IAS 2.9): it is written down to what it can be sold for
 * less the costs of selling, and where that rises again, back up to cost and never beyond (IAS 2.33).
 */
public record WriteDown(Amendment head, List<Line> lines) {

    /**
     * @param held     at the end of the head's day, or null where nothing ever was there
     * @param netValue what a unit will bring, less the costs of selling it, in major units
     */
    public record Line(String sku, String location, ItemId item, LocationId place, HeldStock held, BigDecimal netValue) {

        boolean isHeld() {
            return held != null && held.onHand().isPositive();
        }

        /** What the stock becomes worth less, or, positive, is worth again. */
        public Money change() {
            Money net = Money.worth(held.onHand(), netValue, held.value().currency());
            Money lower = net.minor() < held.cost().minor() ? net : held.cost();
            return lower.minus(held.value());
        }
    }

    public WriteDown {
        lines = List.copyOf(lines);
    }

    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        if (head.reason() == null || head.reason().isBlank()) {
            refusals.add(Refusal.whole("reason-missing", "a write-down, or its reversal, needs its evidence as the reason (IAS 2.30, 2.36)"));
        }
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < lines.size(); number++) {
            refuse(number, lines.get(number), seen, refusals);
        }
        return refusals;
    }

    private void refuse(int number, Line line, Set<String> seen, List<Refusal> refusals) {
        if (line.item() == null) {
            refusals.add(new Refusal(number, "unknown-item", "no item '" + line.sku() + "', or it is inactive"));
        }
        if (line.place() == null) {
            refusals.add(new Refusal(number, "unknown-location", "no location '" + line.location() + "'"));
        }
        if (!seen.add(line.sku() + "~" + line.location())) {
            refusals.add(new Refusal(number, "doubled", line.sku() + " at " + line.location() + " is there twice"));
        } else if (line.item() != null && line.place() != null && !line.isHeld()) {
            refusals.add(new Refusal(number, "nothing-on-hand", line.sku() + " has nothing on hand at " + line.location() + " on " + head.day()));
        } else if (line.isHeld() && line.change().isZero()) {
            refusals.add(new Refusal(number, "no-change", line.sku() + " at " + line.location() + " is carried at " + line.held().value()
                    + " already, the lower of its cost, " + line.held().cost() + ", and its net realisable value"));
        }
    }

    public List<StockLine> stock() {
        return lines.stream()
                .map(line -> (StockLine) new StockLine.Revalue(line.item(), line.place(), line.change(), PostingKind.REVALUATION.against()))
                .toList();
    }
}
