package entrepot.trading.order;

/** Where an order is in its life; the last four are ends. */
public enum OrderState {

    /** Sent, not yet known to the market. */
    NEW,
    /** It stands, nothing is filled. */
    WORKING, PARTLY_FILLED,
    FILLED, CANCELLED, EXPIRED, REJECTED;

    public boolean over() {
        return ordinal() >= FILLED.ordinal();
    }

    public boolean mayBecome(OrderState next) {
        return switch (this) {
            case NEW -> next == WORKING || next == CANCELLED || next == EXPIRED || next == REJECTED;
            case WORKING -> next != NEW && next != WORKING;
            case PARTLY_FILLED -> next == PARTLY_FILLED || next == FILLED || next == CANCELLED || next == EXPIRED;
            case FILLED, CANCELLED, EXPIRED, REJECTED -> false;
        };
    }
}
