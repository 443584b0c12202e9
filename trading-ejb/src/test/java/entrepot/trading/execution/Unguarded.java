package entrepot.trading.execution;

/** A book with no gate before it, for tests outside the package. */
public final class Unguarded {

    private Unguarded() {}

    public static OrderBook book(BookListener listener) {
        return new OrderBook(listener);
    }
}
