package entrepot.bench.matching;

import entrepot.trading.execution.BookListener;
import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.OrderBook;
import entrepot.trading.execution.TimeInForce;
import entrepot.trading.execution.Unguarded;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Commands in the mix of exchange-core's README, 11 % GTC, 3 % IOC, 6 % cancellations, 80 % moves, around a price that walks, with about 700
 * orders at rest: where more rest a cancellation takes the place of a new one, where fewer do the other way round. A book tells which rest. By
 * columns; the same seed makes the same.
 */
final class Flow implements BookListener {

    static final int RESTING = 700;
    static final int USERS = 100;
    static final byte GTC = 0;
    static final byte IOC = 1;
    static final byte CANCEL = 2;
    static final byte MOVE = 3;
    private static final int SLACK = 50;
    private static final double MIDDLE = 50_000;

    final byte[] kind;
    final long[] id;
    final long[] price;
    final long[] size;
    final BookSide[] side;

    private final SplittableRandom random = new SplittableRandom(42);
    private final OrderBook book = Unguarded.book(this);
    private final long[] resting = new long[4 * RESTING];
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, BookSide> sides = new HashMap<>();
    private int count;
    private double middle = MIDDLE;
    private long next = 1;

    Flow(int commands) {
        kind = new byte[commands];
        id = new long[commands];
        price = new long[commands];
        size = new long[commands];
        side = new BookSide[commands];
        for (int at = 0; at < commands; at++) {
            middle += random.nextInt(-1, 2) + (MIDDLE - middle) / 1_000;
            kind[at] = draw(at);
            if (kind[at] == GTC || kind[at] == IOC) {
                place(at);
            } else {
                change(at);
            }
        }
    }

    private byte draw(int at) {
        int draw = at < RESTING ? 0 : random.nextInt(100);
        byte drawn = draw < 11 ? GTC : draw < 14 ? IOC : draw < 20 ? CANCEL : MOVE;
        if (count > RESTING + SLACK && drawn == GTC) {
            return CANCEL;
        }
        return count < RESTING - SLACK && drawn == CANCEL || count == 0 ? GTC : drawn;
    }

    private void place(int at) {
        boolean bid = random.nextBoolean();
        id[at] = next++;
        side[at] = bid ? BookSide.BID : BookSide.ASK;
        price[at] = kind[at] == IOC ? (long) middle + (bid ? 50 : -50) : away(side[at]);
        size[at] = 1 + random.nextInt(100);
        if (kind[at] == GTC) {
            places.put(id[at], count);
            sides.put(id[at], side[at]);
            resting[count++] = id[at];
        }
        book.place(id[at], user(at), side[at], force(at), price[at], size[at]);
    }

    private void change(int at) {
        id[at] = resting[random.nextInt(count)];
        side[at] = sides.get(id[at]);
        price[at] = away(side[at]);
        if (kind[at] == CANCEL) {
            book.cancel(id[at], user(at));
        } else {
            book.move(id[at], user(at), price[at]);
        }
    }

    /** Mostly on its own side of the middle, seldom across. */
    private long away(BookSide of) {
        long distance = (long) Math.abs(random.nextGaussian() * 60) - 1;
        return (long) middle + (of == BookSide.BID ? -distance : distance);
    }

    private void gone(long order) {
        Integer place = places.remove(order);
        if (place != null) {
            sides.remove(order);
            long last = resting[--count];
            if (last != order) {
                resting[place] = last;
                places.put(last, place);
            }
        }
    }

    @Override
    public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
        if (makerDone) {
            gone(maker);
        }
        if (takerDone) {
            gone(taker);
        }
    }

    @Override
    public void reduced(long order, long price, long size, boolean done) {
        gone(order);
    }

    @Override
    public void rejected(long order, long price, long size) {}

    int length() {
        return kind.length;
    }

    /** Percent of the commands. */
    double share(byte of) {
        int found = 0;
        for (byte one : kind) {
            found += one == of ? 1 : 0;
        }
        return 100.0 * found / kind.length;
    }

    /** Whose order it is, by its number. */
    long user(int at) {
        return id[at] % USERS;
    }

    TimeInForce force(int at) {
        return kind[at] == IOC ? TimeInForce.IOC : TimeInForce.GTC;
    }
}
