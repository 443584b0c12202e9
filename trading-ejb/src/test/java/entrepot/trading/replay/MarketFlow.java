package entrepot.trading.replay;

import entrepot.trading.execution.BookListener;
import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.OrderBook;
import entrepot.trading.execution.TimeInForce;
import entrepot.trading.execution.Unguarded;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a book would have recorded whose orders are drawn by lot: by price, then time, in ticks of a cent, often several events at one moment. */
public final class MarketFlow implements BookListener {

    static final long BEGIN = 1_700_000_000_000_000_000L;
    static final long TICK = 10_000_000L;
    private static final long UNIT = 1_000_000L;
    /** Coarse, so that rows often happen at the moment at which an interval of the clock ends or an order comes. */
    private static final long STEP = 10_000_000L;

    private final SplittableRandom random;
    private final OrderBook book = Unguarded.book(this);
    private final List<long[]> rows = new ArrayList<>();
    private final List<long[]> resting = new ArrayList<>();
    private long time = BEGIN;
    private long next = 1;
    private long middle = 1000;
    private long left;

    private MarketFlow(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param hidden whether there are trades with hidden orders and sessions that begin */
    public static Flow orders(long seed, int events, boolean hidden) {
        MarketFlow flow = new MarketFlow(seed);
        while (flow.rows.size() < events) {
            flow.step(hidden);
        }
        return Flow.of(FlowKind.ORDERS, flow.rows);
    }

    public static Flow quotes(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> all = new ArrayList<>();
        long time = BEGIN;
        long bid = 1000;
        while (all.size() < rows) {
            time += random.nextInt(3) == 0 ? 0 : random.nextInt(40) * STEP;
            bid += random.nextInt(3) == 0 ? random.nextInt(-2, 3) : 0;
            all.add(new long[] {time, bid * TICK, random.nextInt(8) * UNIT, (bid + random.nextInt(1, 4)) * TICK, random.nextInt(8) * UNIT});
        }
        return Flow.of(FlowKind.QUOTES, all);
    }

    private void step(boolean hidden) {
        time += random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextInt(60) == 0 ? 200 : 10) * STEP;
        middle += random.nextInt(10) == 0 ? random.nextInt(-1, 2) : 0;
        int what = random.nextInt(20);
        if (hidden && what == 0) {
            row(FlowAction.TRADE, 0, 0, middle + random.nextInt(-3, 4), random.nextInt(1, 6));
        } else if (hidden && random.nextInt(400) == 0) {
            for (long[] order : resting) {
                book.cancel(order[0], 0);
            }
            resting.clear();
            row(FlowAction.CLEAR, 0, 0, 0, 0);
        } else if (resting.size() < 10 || what < 11) {
            place();
        } else {
            change(random.nextInt(resting.size()), what);
        }
    }

    private void place() {
        int side = random.nextBoolean() ? 1 : -1;
        long price = middle - side * random.nextInt(-2, 6);
        long size = random.nextInt(1, 9);
        long id = next++;
        left = size;
        book.place(id, 0, BookSide.of(side), TimeInForce.GTC, price, size);
        if (left > 0) {
            resting.add(new long[] {id, side, price, left});
            row(FlowAction.ADD, id, side, price, left);
        }
    }

    private void change(int at, int what) {
        long[] order = resting.get(at);
        if (what < 15 || order[3] == 1) {
            book.cancel(order[0], 0);
            resting.remove(at);
            row(FlowAction.CANCEL, order[0], order[1], order[2], order[3]);
        } else if (what < 18) {
            long less = random.nextLong(1, order[3]);
            book.reduce(order[0], 0, less);
            order[3] -= less;
            row(what == 15 ? FlowAction.MODIFY : FlowAction.CANCEL, order[0], order[1], order[2], what == 15 ? order[3] : less);
        } else {
            long price = order[2] - order[1] * random.nextInt(1, 3);
            book.move(order[0], 0, price);
            order[2] = price;
            row(FlowAction.MODIFY, order[0], order[1], price, order[3]);
        }
    }

    @Override
    public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
        left -= size;
        long[] order = resting.stream().filter(one -> one[0] == maker).findFirst().orElseThrow();
        row(FlowAction.EXECUTE, maker, order[1], price, size);
        order[3] -= size;
        if (makerDone) {
            resting.remove(order);
        }
    }

    @Override
    public void reduced(long order, long price, long size, boolean done) {}

    @Override
    public void rejected(long order, long price, long size) {}

    private void row(FlowAction action, long order, long side, long price, long size) {
        rows.add(new long[] {time, action.ordinal(), order, side, price * TICK, size * UNIT});
    }
}
