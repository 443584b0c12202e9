package entrepot.trading.order;

/** Why an order ended without being filled whole. */
public enum OrderReason {

    /** None: it stands, or is filled. */
    NONE,
    /** Whoever gave it took it back. */
    ASKED,
    /** Another order of its group was filled. */
    OTHER_FILLED,
    /** What could not be had at once. */
    NOT_AT_ONCE,
    /** Not all of it could be had at once. */
    NOT_WHOLE,
    /** Its time was over. */
    TIME,
    /** It must rest and would have traded at once. */
    WOULD_TAKE,
    /** It must reduce a position, and there is none on the other side. */
    NOTHING_TO_REDUCE,
    /** The account could not pay for it or margin it. */
    NO_MONEY,
    /** The account was closed out. */
    LIQUIDATION
}
