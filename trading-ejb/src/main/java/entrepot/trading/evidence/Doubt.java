package entrepot.trading.evidence;

/** Why a sample does not carry a claim. */
public enum Doubt {

    /** Fewer bars than the minimum track record. */
    SHORT_RECORD,

    /** The deflated Sharpe ratio is below 95 %. */
    DEFLATED,

    /** Fewer than 30 closed trades. */
    FEW_TRADES,

    /** Less than 30 days of bars shorter than a day: what is brought to a year by them, nobody could have had. */
    FEW_DAYS,

    /** With costs doubled the gain is gone. */
    COSTS,

    /** One bar late the gain is gone. */
    LATE,

    /** The same positions in another order do as well in more than one case of twenty. */
    PERMUTATION,

    /** Quotes that stood within bars were filled by bars, which know no queue, and not who traded against them. */
    QUOTES_ON_BARS,

    /** Orders in a recorded market, where nobody moves because of them. */
    UNMOVED_MARKET
}
