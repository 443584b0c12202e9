package entrepot.trading.evidence;

/** What the evidence comes to. */
public enum Verdict {

    /** The returns say nothing: nothing moved, or the money was gone. */
    SILENT,

    /** The Sharpe ratio is 0 or less. */
    NO_GAIN,

    /** Luck gives as much after so many trials. */
    LUCK,

    /** Luck would rarely give it, but something else is in doubt. */
    DOUBTFUL,

    /** Luck would rarely give it, and nothing here speaks against it. */
    BEYOND_LUCK
}
