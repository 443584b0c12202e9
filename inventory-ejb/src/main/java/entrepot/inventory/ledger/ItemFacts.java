package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostPolicy;
import entrepot.kernel.Sku;

/** What the ledger needs to know of an item. */
public record ItemFacts(Sku sku, CostPolicy policy, long category, boolean active, Tracking tracking) {

    /** Of an item that is not kept by lot. */
    public ItemFacts(Sku sku, CostPolicy policy, long category, boolean active) {
        this(sku, policy, category, active, Tracking.NONE);
    }

    ItemFacts with(CostPolicy other) {
        return new ItemFacts(sku, other, category, active, tracking);
    }
}
