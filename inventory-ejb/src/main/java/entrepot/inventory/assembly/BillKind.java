package entrepot.inventory.assembly;

/** What a bill is for. */
public enum BillKind {

    /** The item is made and put into stock. */
    ASSEMBLY,

    /** The item is never in stock: who buys it gets its parts. */
    KIT,

    /** The item is made of nothing any more. */
    WITHDRAWN
}
