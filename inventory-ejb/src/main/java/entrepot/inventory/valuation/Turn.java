package entrepot.inventory.valuation;

/** A pool comes from some terms to others: what it holds is what the new ones begin with. */
public record Turn(CostTerms from, CostTerms to) {}
