package entrepot.inventory.ledger;

/** What a unit is worth that comes back without the sale it left with. */
public enum UnmatchedCost {

    /** The present average of the pool, or the last known unit cost where the pool is empty. */
    CURRENT,

    /** Nothing: the goods count again, the cost stays with the sale. */
    ZERO
}
