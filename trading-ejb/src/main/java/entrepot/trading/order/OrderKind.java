package entrepot.trading.order;

/** When an order may trade. */
public enum OrderKind {

    /** At once. */
    MARKET,
    /** At its limit or better. */
    LIMIT,
    /** As a market order once the price has reached its stop: at or above for a purchase, at or below for a sale. */
    STOP,
    /** As a limit order once the price has reached its stop. */
    STOP_LIMIT,
    /** As a stop that follows the best price since the order came, at a distance, and never goes back. */
    TRAILING;

    public boolean limited() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    public boolean stopped() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING;
    }
}
