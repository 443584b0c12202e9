package entrepot.trading.execution;

/**
 * Price-time priority of one instrument: an order trades with the best price of the other side first, and among equal prices
 * with the one that came first, at the price of the one that rested. One thread; nothing is allocated for a command once the
 * columns are as long as they get. Two orders of one owner do trade with each other.
 *
 * <p>Only this package can make one, and here only {@link Venue} does, which keeps it to itself and asks the risk gate before it places
 * or moves: there is no way for an order into a book but past the gate.
 */
public final class OrderBook {

    private final BookListener listener;
    private final Queues queues = new Queues();
    private final Ladder bids = new Ladder(queues, BookSide.BID);
    private final Ladder asks = new Ladder(queues, BookSide.ASK);
    private final SlotIndex index = new SlotIndex();
    private int maker;

    /** What became of a command. */
    public enum Result {
        DONE,
        /** No order of that number rests here, or it is somebody else's. */
        UNKNOWN_ORDER,
        /** A size must be a lot or more. */
        WRONG_SIZE,
        /** The risk gate did not approve; no book says so. */
        REFUSED
    }

    /** @param orders how many there are, @param volume of all of them, in lots */
    public record Level(long price, long volume, int orders) {}

    OrderBook(BookListener listener) {
        this.listener = listener;
    }

    /**
     * An order of a number that rests already is rejected whole.
     *
     * @param price in ticks; of the whole order where it is {@link TimeInForce#FOK_BUDGET}
     * @param size  in lots
     */
    public Result place(long id, long owner, BookSide side, TimeInForce force, long price, long size) {
        if (size <= 0) {
            return Result.WRONG_SIZE;
        }
        if (index.get(id) != SlotIndex.NONE) {
            listener.rejected(id, price, size);
            return Result.DONE;
        }
        switch (force) {
            case GTC -> rest(id, owner, side, price, match(id, side, side.opposite().rank(price), size));
            case IOC -> reject(id, price, match(id, side, side.opposite().rank(price), size));
            case FOK -> allOrNothing(id, side, price, size, available(side, price, size));
            case FOK_BUDGET -> allOrNothing(id, side, price, size, isWithin(side, price, size));
            default -> throw new IllegalArgumentException("a time in force: " + force);
        }
        return Result.DONE;
    }

    public Result cancel(long id, long owner) {
        int slot = own(id, owner);
        if (slot == SlotIndex.NONE) {
            return Result.UNKNOWN_ORDER;
        }
        take(slot);
        listener.reduced(id, queues.price[slot], queues.left[slot], true);
        return Result.DONE;
    }

    /** It keeps its place in the queue. @param size by how much; the order is gone where nothing would be left of it */
    public Result reduce(long id, long owner, long size) {
        if (size <= 0) {
            return Result.WRONG_SIZE;
        }
        int slot = own(id, owner);
        if (slot == SlotIndex.NONE) {
            return Result.UNKNOWN_ORDER;
        }
        if (size >= queues.left[slot]) {
            return cancel(id, owner);
        }
        ladder(queues.side[slot]).shrink(slot, size);
        listener.reduced(id, queues.price[slot], size, false);
        return Result.DONE;
    }

    /** To another price, at the end of its queue; at a price of the other side it trades. */
    public Result move(long id, long owner, long price) {
        int slot = own(id, owner);
        if (slot == SlotIndex.NONE) {
            return Result.UNKNOWN_ORDER;
        }
        BookSide side = queues.side[slot];
        ladder(side).remove(slot);
        long left = match(id, side, side.opposite().rank(price), queues.left[slot]);
        if (left == 0) {
            index.remove(id);
            queues.release(slot);
        } else {
            queues.left[slot] = left;
            queues.price[slot] = price;
            ladder(side).append(slot);
        }
        return Result.DONE;
    }

    /** How many prices a side has. */
    public int levels(BookSide side) {
        return ladder(side).levels();
    }

    /** @param depth 0 for the best price of the side */
    public Level level(BookSide side, int depth) {
        Ladder ladder = ladder(side);
        if (depth < 0 || depth >= ladder.levels()) {
            throw new IndexOutOfBoundsException("level " + depth + " of " + ladder.levels());
        }
        int rung = 0;
        for (int better = depth; ladder.orders(rung) == 0 || better-- > 0; rung++) {}
        return new Level(ladder.price(rung), ladder.volume(rung), ladder.orders(rung));
    }

    /** @return what is left */
    private long match(long id, BookSide side, long worstRank, long size) {
        Ladder against = ladder(side.opposite());
        long left = size;
        while (left > 0 && !against.isEmpty() && against.bestRank() >= worstRank) {
            maker = against.first();
            long makerId = queues.id[maker];
            long price = queues.price[maker];
            long traded = Math.min(left, queues.left[maker]);
            left -= traded;
            boolean makerDone = against.trade(traded);
            if (makerDone) {
                index.remove(makerId);
                queues.release(maker);
            }
            listener.traded(id, makerId, price, traded, makerDone, left == 0);
        }
        return left;
    }

    private void rest(long id, long owner, BookSide side, long price, long left) {
        if (left > 0) {
            int slot = queues.add(id, owner, side, price, left);
            index.put(id, slot);
            ladder(side).append(slot);
        }
    }

    private void reject(long id, long price, long left) {
        if (left > 0) {
            listener.rejected(id, price, left);
        }
    }

    private void allOrNothing(long id, BookSide side, long price, long size, boolean all) {
        reject(id, price, all ? match(id, side, Long.MIN_VALUE, size) : size);
    }

    private boolean available(BookSide side, long price, long size) {
        Ladder against = ladder(side.opposite());
        long worst = side.opposite().rank(price);
        long missing = size;
        for (int depth = 0; missing > 0 && depth < against.rungs() && side.opposite().rank(against.price(depth)) >= worst; depth++) {
            missing -= against.volume(depth);
        }
        return missing <= 0;
    }

    /** Whether all of it could trade now, for the money at most; a sale for the money at least. */
    private boolean isWithin(BookSide side, long budget, long size) {
        Ladder against = ladder(side.opposite());
        long missing = size;
        // The money in 128 bits, so that nothing wraps: the upper half with its sign, the lower without.
        long upper = 0;
        long lower = 0;
        for (int depth = 0; missing > 0 && depth < against.rungs(); depth++) {
            long traded = Math.min(missing, against.volume(depth));
            long money = traded * against.price(depth);
            lower += money;
            upper += Math.multiplyHigh(traded, against.price(depth)) + (Long.compareUnsigned(lower, money) < 0 ? 1 : 0);
            missing -= traded;
        }
        int more = upper == budget >> 63 ? Long.compareUnsigned(lower, budget) : Long.compare(upper, budget >> 63);
        return missing == 0 && (side == BookSide.BID ? more <= 0 : more >= 0);
    }

    /** @return the slot of the order, {@link SlotIndex#NONE} where there is none of that owner */
    int own(long id, long owner) {
        int slot = index.get(id);
        return slot == SlotIndex.NONE || queues.owner[slot] != owner ? SlotIndex.NONE : slot;
    }

    BookSide side(int slot) {
        return queues.side[slot];
    }

    long left(int slot) {
        return queues.left[slot];
    }

    /** Whose order rested, while the listener is told of a trade. */
    long makerOwner() {
        return queues.owner[maker];
    }

    /** Out of queue and index; what it was can be read until the next order comes. */
    private void take(int slot) {
        ladder(queues.side[slot]).remove(slot);
        index.remove(queues.id[slot]);
        queues.release(slot);
    }

    private Ladder ladder(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }
}
