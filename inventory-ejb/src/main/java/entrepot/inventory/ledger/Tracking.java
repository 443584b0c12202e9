package entrepot.inventory.ledger;

/** How the goods of an item are told apart. */
public enum Tracking {

    /** Not at all. */
    NONE,

    /** By the lot they were made in. */
    LOT,

    /** Each by its own serial number: a lot of one unit, in stock once at most. */
    SERIAL
}
