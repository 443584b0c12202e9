package entrepot.trading.flow;

/** Why a row of a file is not in its series. */
public enum FlowReason {
    /** A cell is no number, no moment or no action, or cells are missing. */
    UNREADABLE,
    /** It happened before the right rows above it, or has not happened yet. */
    OUT_OF_ORDER,
    /** Something else is in the series at that moment, which is only added to at its end. */
    CONFLICT,
    /** The bid is above the ask, or it contradicts the order that rests. */
    CONTRADICTORY,
    /** Zero or less, and the instrument does not allow it. */
    FORBIDDEN_PRICE,
    /** Zero or less, or more than is left of the order. */
    WRONG_SIZE,
    /** There is an order with that number. */
    DUPLICATE_ORDER,
    /** There is none. */
    UNKNOWN_ORDER
}
