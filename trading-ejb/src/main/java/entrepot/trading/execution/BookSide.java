package entrepot.trading.execution;

/** The side of the book an order is on. */
public enum BookSide {

    BID(1), ASK(-1);

    private final int sign;

    BookSide(int sign) {
        this.sign = sign;
    }

    /** The better a price is for whoever trades with this side, the larger; twice applied it is the price again. */
    long rank(long price) {
        return sign * price;
    }

    /** @param sign above zero of who buys */
    public static BookSide of(long sign) {
        return sign > 0 ? BID : ASK;
    }

    BookSide opposite() {
        return this == BID ? ASK : BID;
    }
}
