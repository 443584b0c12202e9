package entrepot.trading.broker;

/** Why a fill happened, and at which price. {@code docs/execution.md} says why it is so. */
public enum FillRule {

    /** A market order, or what is left of one: at the open. */
    MARKET_AT_OPEN,
    /** The open is at the limit or better: at the open. */
    LIMIT_AT_OPEN,
    /** The open is beyond the limit, and the terms do not give the gap to who stood: at the limit. */
    LIMIT_IN_GAP,
    /** The open is at the stop or beyond: at the open. */
    STOP_AT_OPEN,
    /** Within the bar the price went through the limit, not just to it: at the limit. */
    LIMIT_TRADED_THROUGH,
    /** Within the bar the price came to the stop: at the stop. */
    STOP_REACHED,
    /** As {@link #STOP_REACHED}, of a stop with a limit: at the limit, or the end of the bar where that is nearer. */
    STOP_LIMIT_REACHED,
    /** A stop in the bar of the entry that it protects, which the price came to: at the stop. */
    STOP_AFTER_ENTRY,
    /** The bar's best price moved the trailing stop, and it closed beyond: at the stop. */
    TRAIL_TURNED,
    MARKET_ON_CLOSE,
    LIMIT_ON_CLOSE,
    /** The account was worth less than what holding its positions takes: at the open after that close. */
    LIQUIDATION_AT_OPEN,
    /** A future is held on: the old contract is left at its open. */
    ROLL_OUT,
    /** The same: as many of the next are entered, at the open of theirs. */
    ROLL_IN,
    /** In a replay: what the order found at its limit or better when it came, at the prices of those that rested. */
    TAKEN_FROM_BOOK,
    /** In a replay: an order that came to the same price later was executed: at the limit. */
    REACHED_IN_QUEUE,
    /** In a replay: something was traded at a worse price of its side: at the limit. */
    TRADED_BEYOND,
    /** In a replay: an order or a quote of the other side came to the limit or beyond: at the limit. */
    MET_BY_OTHER_SIDE
}
