package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Sku;

/** What the ledger needs to know of an item. */
public record ItemFacts(Sku sku, CostFlow costing, long category, boolean active) {}
