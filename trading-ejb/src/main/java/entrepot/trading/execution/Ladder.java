package entrepot.trading.execution;

import java.util.Arrays;

/**
 * The price levels of one side, in rungs that are sorted with the best last. A rung without orders stays, as its price will be wanted again, unless it is the
 * best or most are empty: a price is found by its number, and little is moved. What a rung holds, a queue of orders with its volume and their
 * number, stands in columns that do not move; each order knows its own.
 */
final class Ladder {

    private static final int FEW = 64;

    private final Queues queues;
    private final BookSide side;

    /** Sorted; {@code places} says where in the columns each rung stands, {@code index} the same by its rank. */
    private long[] ranks = new long[256];
    private int[] places = new int[256];
    private final SlotIndex index = new SlotIndex();
    private int rungs;
    private int levels;

    private long[] volumes = new long[256];
    private int[] orders = new int[256];
    private int[] heads = new int[256];
    private int[] tails = new int[256];
    private int[] free = new int[256];
    private int freed;
    private int used;

    Ladder(Queues queues, BookSide side) {
        this.queues = queues;
        this.side = side;
    }

    /** Prices at which orders rest. */
    int levels() {
        return levels;
    }

    /** With those at which none rests. */
    int rungs() {
        return rungs;
    }

    boolean isEmpty() {
        return levels == 0;
    }

    long bestRank() {
        return ranks[rungs - 1];
    }

    /** The order that is next to trade. */
    int first() {
        return heads[places[rungs - 1]];
    }

    /** As above, of a rung, where there is one. @param depth 0 for the best */
    int first(int depth) {
        return heads[places[rungs - 1 - depth]];
    }

    /** @param depth 0 for the best */
    long price(int depth) {
        return side.rank(ranks[rungs - 1 - depth]);
    }

    long volume(int depth) {
        return volumes[places[rungs - 1 - depth]];
    }

    int orders(int depth) {
        return orders[places[rungs - 1 - depth]];
    }

    /** At the end of the queue of its price. */
    void append(int slot) {
        long rank = side.rank(queues.price[slot]);
        int found = index.get(rank);
        int place = found == SlotIndex.NONE ? open(rank) : found;
        queues.level[slot] = place;
        queues.next[slot] = Queues.NONE;
        if (orders[place] == 0) {
            levels++;
            heads[place] = slot;
            queues.previous[slot] = Queues.NONE;
        } else {
            queues.next[tails[place]] = slot;
            queues.previous[slot] = tails[place];
        }
        tails[place] = slot;
        volumes[place] += queues.left[slot];
        orders[place]++;
    }

    void remove(int slot) {
        int place = queues.level[slot];
        int before = queues.previous[slot];
        int after = queues.next[slot];
        if (before == Queues.NONE) {
            heads[place] = after;
        } else {
            queues.next[before] = after;
        }
        if (after == Queues.NONE) {
            tails[place] = before;
        } else {
            queues.previous[after] = before;
        }
        volumes[place] -= queues.left[slot];
        if (--orders[place] == 0) {
            levels--;
            close();
        }
    }

    void shrink(int slot, long size) {
        queues.left[slot] -= size;
        volumes[queues.level[slot]] -= size;
    }

    /** The order that is next to trade does so. @return whether nothing is left of it; it is gone then */
    boolean trade(long size) {
        int place = places[rungs - 1];
        int slot = heads[place];
        queues.left[slot] -= size;
        volumes[place] -= size;
        if (queues.left[slot] > 0) {
            return false;
        }
        remove(slot);
        return true;
    }

    /** @return its place in the columns */
    private int open(long rank) {
        if (rungs == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * rungs);
            places = Arrays.copyOf(places, 2 * rungs);
        }
        int rung = rungs == 0 || ranks[rungs - 1] < rank ? rungs : ~Arrays.binarySearch(ranks, 0, rungs, rank);
        System.arraycopy(ranks, rung, ranks, rung + 1, rungs - rung);
        System.arraycopy(places, rung, places, rung + 1, rungs - rung);
        rungs++;
        int place = place();
        ranks[rung] = rank;
        places[rung] = place;
        volumes[place] = 0;
        orders[place] = 0;
        index.put(rank, place);
        return place;
    }

    private int place() {
        if (freed > 0) {
            return free[--freed];
        }
        if (used == volumes.length) {
            volumes = Arrays.copyOf(volumes, 2 * used);
            orders = Arrays.copyOf(orders, 2 * used);
            heads = Arrays.copyOf(heads, 2 * used);
            tails = Arrays.copyOf(tails, 2 * used);
            free = Arrays.copyOf(free, 2 * used);
        }
        return used++;
    }

    /** What is empty at the best end goes; all that is empty where it is most. */
    private void close() {
        while (rungs > 0 && orders[places[rungs - 1]] == 0) {
            forget(--rungs);
        }
        if (rungs > 2 * levels + FEW) {
            int kept = 0;
            for (int rung = 0; rung < rungs; rung++) {
                if (orders[places[rung]] == 0) {
                    forget(rung);
                } else {
                    ranks[kept] = ranks[rung];
                    places[kept++] = places[rung];
                }
            }
            rungs = kept;
        }
    }

    private void forget(int rung) {
        index.remove(ranks[rung]);
        free[freed++] = places[rung];
    }
}
