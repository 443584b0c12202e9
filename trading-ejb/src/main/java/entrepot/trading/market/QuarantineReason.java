package entrepot.trading.market;

/** Why a row of a file is not in the series. */
public enum QuarantineReason {
    /** A cell that must be a number or a day is none. */
    UNREADABLE,
    /** The same bar twice in the file. */
    DUPLICATE,
    /** Another bar of the same moment, in the file or in the series. */
    CONFLICT,
    /** High below low, open or close outside of them, volume below zero. */
    CONTRADICTORY,
    /** Zero or less, where the instrument does not allow it. */
    FORBIDDEN_PRICE,
    /** Fifty times the close before, or a fiftieth: a decimal point or a currency's subunit astray. */
    JUMP,
    /** Was in the series until a person released another bar of its moment. */
    REPLACED
}
