package entrepot.trading.execution;

import java.util.Arrays;

/**
 * The orders of others as they were recorded: each rests where it rested, whatever price it crosses. What one takes of them oneself is not there again,
 * and changes nothing else: they go on as if nobody had come.
 */
public final class RecordedBook {

    private Queues queues;
    private Ladder bids;
    private Ladder asks;
    private SlotIndex index;
    private long[] since = new long[1024];
    private long[] taken = new long[1024];
    private long steps;

    /** Hears what is taken, the best price first. */
    @FunctionalInterface
    public interface Takings {
        void take(long price, long size);
    }

    public RecordedBook() {
        clear();
    }

    public void clear() {
        queues = new Queues();
        bids = new Ladder(queues, BookSide.BID);
        asks = new Ladder(queues, BookSide.ASK);
        index = new SlotIndex();
    }

    /** A place in time behind all that rest and before all that come. */
    public long mark() {
        return ++steps;
    }

    /** To the end of the queue of its price. @param id of none that rests */
    public void add(long id, BookSide side, long price, long size) {
        int slot = queues.add(id, 0, side, price, size);
        if (slot >= since.length) {
            since = Arrays.copyOf(since, 2 * slot);
            taken = Arrays.copyOf(taken, 2 * slot);
        }
        taken[slot] = 0;
        index.put(id, slot);
        append(slot);
    }

    /** Smaller at the same price it keeps its place, else it goes to the end of the queue. */
    public void change(long id, long price, long size) {
        int slot = index.get(id);
        long left = queues.left[slot];
        if (price == queues.price[slot] && size <= left) {
            ladder(slot).shrink(slot, left - size);
            return;
        }
        ladder(slot).remove(slot);
        queues.price[slot] = price;
        queues.left[slot] = size;
        append(slot);
    }

    /** @param size all that is left, or less */
    public void reduce(long id, long size) {
        int slot = index.get(id);
        if (size < queues.left[slot]) {
            ladder(slot).shrink(slot, size);
        } else {
            ladder(slot).remove(slot);
            index.remove(id);
            queues.release(slot);
        }
    }

    /** When it came to where it stands, as {@link #mark} counts. */
    public long since(long id) {
        return since[index.get(id)];
    }

    /** What can still be taken of it. */
    public long there(long id) {
        return there(index.get(id));
    }

    /** So much of it was taken. */
    public void use(long id, long size) {
        taken[index.get(id)] += size;
    }

    public boolean isEmpty(BookSide side) {
        return ladder(side).isEmpty();
    }

    /** Of others. */
    public long best(BookSide side) {
        return ladder(side).price(0);
    }

    /** @param side of who takes; @param limit the worst price; @return what could not be had */
    public long take(BookSide side, long limit, long size, Takings takings) {
        Ladder against = ladder(side.opposite());
        long worst = side.opposite().rank(limit);
        long left = size;
        for (int depth = 0; left > 0 && depth < against.rungs() && side.opposite().rank(against.price(depth)) >= worst; depth++) {
            long had = 0;
            for (int slot = against.first(depth); left > had && slot != Queues.NONE; slot = queues.next[slot]) {
                long more = Math.min(left - had, there(slot));
                taken[slot] += more;
                had += more;
            }
            if (had > 0) {
                takings.take(against.price(depth), had);
                left -= had;
            }
        }
        return left;
    }

    /** Never below zero: what others had of it later may have been what was taken here. */
    private long there(int slot) {
        return Math.max(0, queues.left[slot] - taken[slot]);
    }

    private void append(int slot) {
        since[slot] = ++steps;
        ladder(slot).append(slot);
    }

    private Ladder ladder(int slot) {
        return ladder(queues.side[slot]);
    }

    private Ladder ladder(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }
}
