package entrepot.trading.backtest;

/** What a rate of fee is a share of, where a position is opened. Closing pays for the value traded in both. */
public enum FeeBasis {

    /** The value traded: 1000 at 0.1 % costs 1001. */
    VALUE,

    /** The money set aside, out of which the fee is taken: 1000 at 0.1 % buys for 999. */
    STAKE
}
