package entrepot.inventory.revalue;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stock is carried at the lower of cost and net realisable value (IAS 2.9): it is written down to what it can be sold for
 * less the costs of selling, and where that rises again, back up to cost and never beyond (IAS 2.33).
 */
public record WriteDown(Amendment head, List<Line> lines) {

    /**
     * @param lot      which lot, of an item whose lots are valued each by itself; else null
     * @param held     at the end of the head's day, or null where nothing ever was there
     * @param netValue what a unit will bring, less the costs of selling it, in major units
     */
    public record Line(
            String sku, String location, NamedPart lot, ItemId item, LocationId place, HeldStock held, BigDecimal netValue) {

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

    /** @param code as asked, or null; @param found null where there is no such lot; @param byLot whether each lot is valued by itself */
    public record NamedPart(String code, Lot found, boolean byLot) {}

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
        Refusal ofLot = line.item() == null ? null : ofLot(number, line);
        String name = line.sku() + (line.lot().code() == null ? "" : ", lot " + line.lot().code() + ",");
        if (ofLot != null) {
            refusals.add(ofLot);
        } else if (!seen.add(name + "~" + line.location())) {
            refusals.add(new Refusal(number, "doubled", name + " at " + line.location() + " is there twice"));
        } else if (line.item() != null && line.place() != null && !line.isHeld()) {
            refusals.add(new Refusal(number, "nothing-on-hand", name + " has nothing on hand at " + line.location() + " on " + head.day()));
        } else if (line.isHeld() && line.change().isZero()) {
            refusals.add(new Refusal(number, "no-change", name + " at " + line.location() + " is carried at " + line.held().value()
                    + " already, the lower of its cost, " + line.held().cost() + ", and its net realisable value"));
        }
    }

    /** Lots that are valued together have no value of their own that could be changed. */
    private static Refusal ofLot(int number, Line line) {
        NamedPart lot = line.lot();
        if (lot.byLot() && lot.code() == null) {
            return new Refusal(number, "lot-missing", "each lot of " + line.sku() + " is valued by itself: say which is written down", "lot");
        }
        if (!lot.byLot() && lot.code() != null) {
            return new Refusal(number, "lots-together", line.sku() + " is not valued lot by lot: leave the lot out", "lot");
        }
        return lot.byLot() && lot.found() == null
                ? new Refusal(number, "unknown-lot", "no lot '" + lot.code() + "' of " + line.sku(), "lot") : null;
    }

    public List<StockLine> stock() {
        return lines.stream()
                .map(line -> (StockLine) new StockLine.Revalue(line.item(), line.place(), line.change(), PostingKind.REVALUATION.against()))
                .toList();
    }

    /** Which lot a line of {@link #stock} is of, by its place. */
    public Map<Integer, List<LotPart>> lots() {
        return IntStream.range(0, lines.size()).boxed().filter(number -> lines.get(number).lot().found() != null)
                .collect(Collectors.toMap(number -> number, number -> List.of(new LotPart(lines.get(number).lot().found(), Quantity.ZERO, null))));
    }
}
