package entrepot.trading.risk;

/** Limits of an account, what it holds and what it has open. */
final class Account {

    /** Whoever has no account: every limit is nothing. */
    static final Account NOBODY = new Account(0);

    private static final long SECOND = 1_000_000_000;

    final long number;
    final long[] limits = new long[Verdict.values().length];
    boolean halted;
    long position;
    long buying;
    long selling;
    int open;

    /** When the last orders were approved, a ring that never gets shorter, so that a limit may go down and up again. */
    private long[] approved = new long[1];
    private long count;

    Account(long number) {
        this.number = number;
    }

    void limit(Verdict limit, long value) {
        limits[limit.ordinal()] = value;
        if (limit == Verdict.ORDER_RATE && value > approved.length) {
            grow(Integer.highestOneBit((int) value - 1) << 1);
        }
    }

    void open(boolean buys, long quantity) {
        add(buys, quantity);
        open++;
    }

    void fill(boolean buys, long quantity, boolean done) {
        position += buys ? quantity : -quantity;
        close(buys, quantity, done);
    }

    void close(boolean buys, long quantity, boolean done) {
        add(buys, -quantity);
        open -= done ? 1 : 0;
    }

    private void add(boolean buys, long quantity) {
        if (buys) {
            buying += quantity;
        } else {
            selling += quantity;
        }
    }

    /** Whether as many were approved in the second up to then as may be. */
    boolean hurries(long time) {
        long rate = limits[Verdict.ORDER_RATE.ordinal()];
        return rate == 0 || count >= rate && Long.compareUnsigned(forward(time) - approved[at(count - rate)], SECOND) < 0;
    }

    void approve(long time) {
        approved[at(count)] = forward(time);
        count++;
    }

    /** A clock that goes back stands still. */
    private long forward(long time) {
        return count == 0 ? time : Math.max(time, approved[at(count - 1)]);
    }

    private int at(long which) {
        return (int) which & approved.length - 1;
    }

    private void grow(int length) {
        long[] longer = new long[length];
        for (long which = Math.max(0, count - approved.length); which < count; which++) {
            longer[(int) which & length - 1] = approved[at(which)];
        }
        approved = longer;
    }
}
