package entrepot.trading.order;

/** A ticket on its way: what of it is filled and left, where its stop is now, how it ended. */
public final class Order {

    private static final int NEVER = Integer.MAX_VALUE;

    private final int id;
    private final Ticket ticket;
    private final Order parent;
    private final int given;
    private OrderState state = OrderState.NEW;
    private OrderReason reason = OrderReason.NONE;
    private long units;
    private long filled;
    private double stake = 1;
    private long limit;
    private long stop;
    private long tick = 1;
    private int triggered = NEVER;
    private int cancelled = NEVER;
    private int since = NEVER;
    private int ended = -1;

    /** @param given bar at which it was given; @param parent the order that it protects, or null */
    public Order(int id, Ticket ticket, Order parent, int given) {
        this.id = id;
        this.ticket = ticket;
        this.parent = parent;
        this.given = given;
        this.units = ticket.units();
        this.limit = ticket.limit();
        this.stop = ticket.stop();
    }

    /** From 1, in the order in which they were given. */
    public int id() {
        return id;
    }

    public Ticket ticket() {
        return ticket;
    }

    public Order parent() {
        return parent;
    }

    public int given() {
        return given;
    }

    public OrderState state() {
        return state;
    }

    public OrderReason reason() {
        return reason;
    }

    /** Asked for in all; 0 before that of an order of all the money is known. */
    public long units() {
        return units;
    }

    public long filled() {
        return filled;
    }

    public long left() {
        return units - filled;
    }

    /** Where the limit is, where it has one. */
    public long limit() {
        return limit;
    }

    /** Where the stop is; of a trailing one where it is now. */
    public long stop() {
        return stop;
    }

    /** Whether its stop was reached before the open of a bar, or at it. */
    public boolean triggered(int bar) {
        return triggered <= bar;
    }

    /** Bar at whose close it was taken back, the largest number there is before. */
    public int cancelled() {
        return cancelled;
    }

    /** First bar in which it is known, the largest number there is before. */
    public int since() {
        return since;
    }

    /** Bar at which it ended, -1 before. */
    public int ended() {
        return ended;
    }

    /** Share of the money that an order without units is for; all of it where nobody says otherwise. */
    public double stake() {
        return stake;
    }

    public void stakes(double share) {
        stake = share;
    }

    public void stopAt(long price) {
        stop = onTick(price, ticket.side());
    }

    /** Puts its prices on whole ticks, to its own disadvantage: a bid goes down, a stop that sells too. @param size billionths */
    public void onTicks(long size) {
        tick = size;
        limit = onTick(limit, -ticket.side());
        stop = onTick(stop, ticket.side());
    }

    private long onTick(long price, int way) {
        if (tick == 1) {
            return price;
        }
        return way > 0 ? -Math.floorDiv(-price, tick) * tick : Math.floorDiv(price, tick) * tick;
    }

    /** What it is for goes on at prices that differ by so much. A stop that does not trail yet has none to move. */
    public void move(long difference) {
        limit += ticket.kind().limited() ? difference : 0;
        stop += ticket.kind().stopped() && stop != 0 ? difference : 0;
    }

    /** @param from bar from whose open on it is a market or limit order */
    public void trigger(int from) {
        triggered = from;
    }

    /** @param bar at whose close it is taken back; an earlier one stands */
    public void cancel(int bar) {
        cancelled = Math.min(cancelled, bar);
    }

    /** Of an order whose units are known only when it is filled, or grow with what it protects. */
    public void size(long all) {
        units = all;
    }

    /** @param from first bar in which it is known */
    public void work(int from) {
        become(OrderState.WORKING);
        since = from;
    }

    public void fill(long more, int bar) {
        if (more <= 0 || more > left()) {
            throw new IllegalArgumentException("order " + id + " is filled by " + more + ", has " + left() + " left");
        }
        become(more == left() ? OrderState.FILLED : OrderState.PARTLY_FILLED);
        filled += more;
        ended = state.over() ? bar : -1;
    }

    public void end(OrderState end, OrderReason why, int bar) {
        become(end);
        reason = why;
        ended = bar;
    }

    private void become(OrderState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("order " + id + " is " + state + " and cannot become " + next);
        }
        state = next;
    }
}
