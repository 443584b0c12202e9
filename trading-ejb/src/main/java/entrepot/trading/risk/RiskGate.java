package entrepot.trading.risk;

/**
 * Judges orders of one instrument before they are sent. What is approved counts as open at once; whoever sends it tells the gate what
 * became of it, so that afterwards open is what rests. An account's position is judged as if all that it has open on the side of the order were
 * filled and nothing on the other. Cancellations and reductions are not judged, halted or not: they only ever take risk away.
 *
 * <p>One thread; nothing is allocated to judge. No number that is sent can wrap: quantities are compared before they are added, products
 * that no long holds count as the largest one, which is over every limit.
 */
public final class RiskGate {

    /** How far from zero the reference price may be, in ticks. */
    public static final long MOST_REFERENCE = 1L << 60;

    private final String instrument;
    private final Accounts accounts = new Accounts();
    private boolean halted;
    private long reference;

    private Verdict verdict = Verdict.APPROVED;
    private long asked;
    private Account judged = Account.NOBODY;
    private long sent;
    private long allowed;
    private boolean everybody;
    private final Exposure exposure = new Seen();

    public RiskGate(String instrument) {
        this.instrument = instrument;
    }

    /**
     * A new order.
     *
     * @param time     of the order, nanoseconds; one before that of the account's last approved order counts as that
     * @param rests    whether what finds nobody stays in the book
     * @param quantity lots, at least one
     * @param price    of a lot, in ticks
     */
    public Verdict place(long time, long account, boolean buys, boolean rests, long quantity, long price) {
        return open(time, account, buys, rests, quantity, distance(price), notional(price, quantity));
    }

    /** A new order that does not rest, with a price for all of it; the collar is about what that makes a lot. */
    public Verdict placeBudget(long time, long account, boolean buys, long quantity, long budget) {
        long floor = Math.floorDiv(budget, quantity);
        long ceiling = floor * quantity == budget ? floor : floor + 1;
        return open(time, account, buys, false, quantity, Math.max(distance(floor), distance(ceiling)), notional(budget, 1));
    }

    /** Another price for what is left of an order: judged as if it were taken out and placed anew. */
    public Verdict move(long time, long account, boolean buys, long left, long price) {
        return judge(time, account, buys, left, distance(price), notional(price, left), 0, 0);
    }

    /** Some of an order was filled. @param done whether nothing of it is open any more */
    public void filled(long account, boolean buys, long quantity, boolean done) {
        accounts.get(account).fill(buys, quantity, done);
    }

    /** Some of an order was cancelled, reduced or rejected. @param done whether nothing of it is open any more */
    public void closed(long account, boolean buys, long quantity, boolean done) {
        accounts.get(account).close(buys, quantity, done);
    }

    /** @throws IllegalArgumentException where it is no limit, or below nothing, or above the most it can be */
    public void limit(long account, Verdict limit, long value) {
        if (!limit.isLimit() || value < 0 || value > limit.most()) {
            throw new IllegalArgumentException("limit " + limit + " of account " + account + " in " + instrument + " is " + value
                    + (limit.isLimit() ? ", must be from 0 to " + limit.most() : ": that is no limit"));
        }
        accounts.add(account).limit(limit, value);
    }

    public void halt(long account, boolean halt) {
        accounts.add(account).halted = halt;
    }

    public void haltAll(boolean halt) {
        halted = halt;
    }

    /** @param price ticks; 0 until it is told */
    public void reference(long price) {
        if (price < -MOST_REFERENCE || price > MOST_REFERENCE) {
            throw new IllegalArgumentException(
                    "reference price of " + instrument + " is " + price + ", must be from " + -MOST_REFERENCE + " to " + MOST_REFERENCE);
        }
        reference = price;
    }

    private Verdict open(long time, long account, boolean buys, boolean rests, long quantity, long distance, long notional) {
        if (judge(time, account, buys, quantity, distance, notional, quantity, rests ? 1 : 0) == Verdict.APPROVED) {
            judged.open(buys, quantity);
        }
        return verdict;
    }

    /** @param more lots that are not open yet, @param orders that do not rest yet */
    private Verdict judge(long time, long account, boolean buys, long quantity, long distance, long notional, long more, int orders) {
        Account of = accounts.get(account);
        asked = account;
        judged = of;
        sent = 0;
        allowed = 0;
        everybody = halted;
        if (halted || of.halted) {
            return verdict = Verdict.HALTED;
        }
        if (exceeds(Verdict.ORDER_QUANTITY, quantity) || exceeds(Verdict.PRICE_COLLAR, distance) || exceeds(Verdict.ORDER_NOTIONAL, notional)
                || orders > 0 && exceeds(Verdict.OPEN_ORDERS, of.open + 1L)
                || (buys ? exceeds(Verdict.LONG_POSITION, of.position + of.buying + more)
                        : exceeds(Verdict.SHORT_POSITION, of.selling + more - of.position))) {
            return verdict;
        }
        if (of.hurries(time)) {
            allowed = of.limits[Verdict.ORDER_RATE.ordinal()];
            sent = allowed + 1;
            return verdict = Verdict.ORDER_RATE;
        }
        of.approve(time);
        return verdict = Verdict.APPROVED;
    }

    private boolean exceeds(Verdict limit, long value) {
        if (value <= judged.limits[limit.ordinal()]) {
            return false;
        }
        verdict = limit;
        sent = value;
        allowed = judged.limits[limit.ordinal()];
        return true;
    }

    /** From the reference price. */
    private long distance(long price) {
        long distance = price - reference;
        boolean wrapped = ((price ^ reference) & (price ^ distance)) < 0;
        return wrapped || distance == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(distance);
    }

    private static long notional(long price, long quantity) {
        long product = price * quantity;
        boolean wrapped = Math.multiplyHigh(price, quantity) != product >> 63;
        return wrapped || product == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(product);
    }

    /** What is known, to be read. */
    public Exposure exposure() {
        return exposure;
    }

    private final class Seen implements Exposure {

        @Override
        public long position(long account) {
            return accounts.get(account).position;
        }

        @Override
        public long buying(long account) {
            return accounts.get(account).buying;
        }

        @Override
        public long selling(long account) {
            return accounts.get(account).selling;
        }

        @Override
        public int openOrders(long account) {
            return accounts.get(account).open;
        }

        @Override
        public long limit(long account, Verdict limit) {
            return accounts.get(account).limits[limit.ordinal()];
        }

        @Override
        public long reference() {
            return reference;
        }

        @Override
        public Verdict verdict() {
            return verdict;
        }

        @Override
        public long sent() {
            return sent;
        }

        @Override
        public long allowed() {
            return allowed;
        }

        @Override
        public String words() {
            String who = "account " + asked + " in " + instrument + ": ";
            return switch (verdict) {
                case APPROVED -> who + "approved";
                case HALTED -> who + (everybody ? "all are halted" : "halted") + ", only cancellations and reductions go through";
                default -> who + verdict + " would be " + sent + " " + verdict.unit() + ", at most " + allowed + " is allowed"
                        + (judged == Account.NOBODY ? ": set its limits first" : "");
            };
        }
    }
}
