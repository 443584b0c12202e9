package entrepot.inventory.valuation;

/** What is valued together as one pool. */
public enum CostingScope {
    COMPANY,

    /** The sites of a group; a site of none by itself. */
    GROUP,

    /** A site with its places. */
    LOCATION
}
