package entrepot.inventory.revalue;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a unit counts at from a day on (IAS 2.21), wherever it lies. Stock on hand is worth so much more or less from then;
 * what goods cost beyond it when they come is a purchase price variance.
 */
public record StandardCosts(Amendment head, List<Line> lines) {

    /**
     * @param costing  of the item, or null where it is not known
     * @param unitCost major units, above zero
     * @param pools    one location of each pool the item has or may have
     */
    public record Line(String sku, ItemId item, CostFlow costing, BigDecimal unitCost, List<LocationId> pools) {

        public Line {
            pools = List.copyOf(pools);
        }
    }

    public StandardCosts {
        lines = List.copyOf(lines);
    }

    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            if (line.item() == null) {
                refusals.add(new Refusal(number, "unknown-item", "no item '" + line.sku() + "', or it is inactive"));
            } else if (line.costing() != CostFlow.STANDARD) {
                refusals.add(new Refusal(number, "not-standard", "item " + line.sku() + " is costed by " + line.costing() + ", not at a standard"));
            }
            if (!seen.add(line.sku())) {
                refusals.add(new Refusal(number, "doubled", "item " + line.sku() + " is there twice"));
            }
        }
        return refusals;
    }

    public List<StockLine> stock() {
        List<StockLine> stock = new ArrayList<>();
        for (Line line : lines) {
            line.pools().forEach(place ->
                    stock.add(new StockLine.SetStandard(line.item(), place, line.unitCost(), PostingKind.STANDARD_COST.against())));
        }
        return stock;
    }
}
