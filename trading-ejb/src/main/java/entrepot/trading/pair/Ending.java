package entrepot.trading.pair;

/** Why a trade of a pair ended. */
public enum Ending {
    /** The spread came back. */
    BACK,
    /** It went further away than the stop. */
    STOPPED,
    /** The alarm: in the window before, the spread no longer looks like one that comes back. */
    BROKEN,
    /** The account was worth less than the margin. */
    MARGIN,
    /** It has not. */
    OPEN
}
