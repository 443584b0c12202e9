package entrepot.trading.order;

/** How long an order stands (FIX tag 59, of which these are 1, 6, 0, 3, 4, 2 and 7). */
public enum Validity {

    /** Good till cancelled. */
    GTC,
    /** Good till a time: it can trade in a bar that ends then, in none that ends later. */
    GTD,
    /** To the end of the day (UTC) of the first bar in which it is known. */
    DAY,
    /** Immediate or cancel: at the first open it can know, what is left is cancelled. */
    IOC,
    /** Fill or kill: all of it at the first open it can know, or nothing. */
    FOK,
    /** At the first open it can know, or it expires. */
    ON_OPEN,
    /** At the first close it can know, or it expires. */
    ON_CLOSE;

    public boolean mayRest() {
        return this == GTC || this == GTD || this == DAY;
    }

    public boolean atTheOpenOnly() {
        return this == IOC || this == FOK || this == ON_OPEN;
    }
}
