package entrepot.inventory.tax;

/** Who owes the tax of a code. */
public enum TaxKind {

    /** Who sells: it is part of what is paid. */
    STANDARD,

    /** Nobody. */
    EXEMPT,

    /** Who buys: the document has none; a buyer owes it to the state and gets it back from it. */
    REVERSE_CHARGE
}
