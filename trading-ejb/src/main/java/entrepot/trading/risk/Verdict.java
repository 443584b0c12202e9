package entrepot.trading.risk;

/**
 * What the gate says of an order: approved, or the first check that it does not pass, in this order. All but the first two are limits of an
 * account; one that was not set is nothing, so an account that nobody knows trades nothing. The order is part of the format of the journal.
 */
public enum Verdict {

    APPROVED("", 0),

    /** The account is halted, or all are. */
    HALTED("", 0),

    /** Lots of one order. */
    ORDER_QUANTITY("lots", Verdict.MOST_LOTS),

    /** Ticks between the price of an order and the reference price, above or below. */
    PRICE_COLLAR("ticks", 1L << 40),

    /** Ticks times lots of one order at its own price, without sign. */
    ORDER_NOTIONAL("ticks times lots", Long.MAX_VALUE - 1),

    /** Orders at rest, with the one that comes. */
    OPEN_ORDERS("orders", Integer.MAX_VALUE),

    /** Lots held if every open purchase were filled and no sale. */
    LONG_POSITION("lots", Verdict.MOST_LOTS),

    /** Lots sold short if every open sale were filled and no purchase. */
    SHORT_POSITION("lots", Verdict.MOST_LOTS),

    /** Orders and moves approved in any second of the account's clock, which is the latest time of those. */
    ORDER_RATE("a second", 100_000);

    /** So that sums over a million accounts stay within a long. */
    static final long MOST_LOTS = 1L << 40;

    private final String unit;
    private final long most;

    Verdict(String unit, long most) {
        this.unit = unit;
        this.most = most;
    }

    public boolean isLimit() {
        return this != APPROVED && this != HALTED;
    }

    /** In which the limit is counted. */
    String unit() {
        return unit;
    }

    /** The largest that the limit can be set to. */
    public long most() {
        return most;
    }
}
