package entrepot.trading.replay;

import entrepot.trading.order.Order;

/** An order with its moments, nanoseconds of the epoch. */
public final class Placed {

    private static final long NEVER = Long.MIN_VALUE;

    private final Order order;
    private final long given;
    private long came = NEVER;
    private long ended = NEVER;
    private long since;
    private boolean rested;

    Placed(Order order, long given) {
        this.order = order;
        this.given = given;
    }

    public Order order() {
        return order;
    }

    public long given() {
        return given;
    }

    /** Null where it still stands. */
    public Long ended() {
        return ended == NEVER ? null : Long.valueOf(ended);
    }

    public boolean rested() {
        return rested;
    }

    int side() {
        return order.ticket().side();
    }

    long limit() {
        return order.ticket().limit();
    }

    long came() {
        return came;
    }

    long since() {
        return since;
    }

    void come(long now) {
        came = now;
    }

    void rest(long mark) {
        since = mark;
        rested = true;
    }

    void end(long now) {
        ended = now;
    }

    /** Whether it trades before another of its side. */
    boolean isBefore(Placed other) {
        return limit() == other.limit() ? since < other.since : side() > 0 ? limit() > other.limit() : limit() < other.limit();
    }
}
