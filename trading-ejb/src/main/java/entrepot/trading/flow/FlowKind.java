package entrepot.trading.flow;

import java.util.List;

/** What a series of a flow is made of, with its columns in their order. */
public enum FlowKind {

    /** Best price to sell to and to buy from, each with the size that stands there. */
    QUOTES(List.of("time", "bid", "bidSize", "ask", "askSize")),
    /** What became of each order (L3): {@code action} is a number of {@link FlowAction}, {@code side} 1 to buy, -1 to sell, 0 where there is none. */
    ORDERS(List.of("time", "action", "order", "side", "price", "size")),
    /** Single trades (ticks): {@code side} is 1 where a buyer came to it, -1 where a seller did, 0 where nobody says; a file may be without. */
    TRADES(List.of("time", "price", "size", "side"));

    public static final int TIME = 0;
    public static final int BID = 1;
    public static final int BID_SIZE = 2;
    public static final int ASK = 3;
    public static final int ASK_SIZE = 4;
    public static final int ACTION = 1;
    public static final int ORDER = 2;
    public static final int SIDE = 3;
    public static final int PRICE = 4;
    public static final int SIZE = 5;
    public static final int TRADE_PRICE = 1;
    public static final int TRADE_SIZE = 2;
    public static final int TAKER = 3;

    private final List<String> columns;

    FlowKind(List<String> columns) {
        this.columns = columns;
    }

    /** Whether a file may be without this column. */
    boolean isOptional(String column) {
        return this == TRADES && column.equals("side");
    }

    public List<String> columns() {
        return columns;
    }
}
