package entrepot.inventory.ledger;

/** At what cost goods go back to their supplier. */
public enum ReturnCost {

    /** What they cost when they came; what the cost flow gives up less or more goes to the purchase price variance. */
    ORIGINAL,

    /** What the cost flow gives up today; no variance. */
    CURRENT
}
