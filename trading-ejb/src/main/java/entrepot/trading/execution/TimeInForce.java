package entrepot.trading.execution;

/** What becomes of the part of an order that finds nobody to trade with (names as in FIX 5.0, tag 59, save the last). */
public enum TimeInForce {

    /** Good till cancelled: it rests at its price. */
    GTC,

    /** Immediate or cancel: it is rejected. */
    IOC,

    /** Fill or kill: all of it trades at its price or better, or nothing. */
    FOK,

    /** Fill or kill where the price is of the whole order: all of it trades for that money or less (a sale: or more), or nothing. */
    FOK_BUDGET
}
