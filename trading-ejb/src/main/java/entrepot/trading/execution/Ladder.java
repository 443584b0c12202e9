package entrepot.trading.execution;

import java.util.Arrays;

/**
 * The price levels of one side, the best last: most commands are near the touch, where little moves when a level comes or goes.
 * What a level holds, a queue of orders with its volume and their number, stands in columns that do not move; each order knows its own.
 */
final class Ladder {

    private final Queues queues;
    private final BookSide side;

    /** Sorted; {@code places} says where in the columns each level stands. */
    private long[] ranks = new long[256];
    private int[] places = new int[256];
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

    int levels() {
        return levels;
    }

    boolean isEmpty() {
        return levels == 0;
    }

    long bestRank() {
        return ranks[levels - 1];
    }

    /** The order that is next to trade. */
    int first() {
        return heads[places[levels - 1]];
    }

    /** As above, of a level. @param depth 0 for the best */
    int first(int depth) {
        return heads[places[levels - 1 - depth]];
    }

    /** @param depth 0 for the best */
    long price(int depth) {
        return side.rank(ranks[levels - 1 - depth]);
    }

    long volume(int depth) {
        return volumes[places[levels - 1 - depth]];
    }

    int orders(int depth) {
        return orders[places[levels - 1 - depth]];
    }

    /** At the end of the queue of its price. */
    void append(int slot) {
        long rank = side.rank(queues.price[slot]);
        int level = find(rank);
        int place = level < 0 ? open(~level, rank) : places[level];
        queues.level[slot] = place;
        queues.next[slot] = Queues.NONE;
        if (orders[place] == 0) {
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
            close(find(side.rank(queues.price[slot])));
        }
    }

    void shrink(int slot, long size) {
        queues.left[slot] -= size;
        volumes[queues.level[slot]] -= size;
    }

    /** The order that is next to trade does so. @return whether nothing is left of it; it is gone then */
    boolean trade(long size) {
        int place = places[levels - 1];
        int slot = heads[place];
        queues.left[slot] -= size;
        volumes[place] -= size;
        if (queues.left[slot] > 0) {
            return false;
        }
        remove(slot);
        return true;
    }

    /** From the best on, as the wanted price is seldom far; by halves once it is. */
    private int find(long rank) {
        int level = levels - 1;
        for (int steps = 0; level >= 0 && steps < 8; level--, steps++) {
            if (ranks[level] <= rank) {
                return ranks[level] == rank ? level : ~(level + 1);
            }
        }
        return Arrays.binarySearch(ranks, 0, level + 1, rank);
    }

    /** @return its place in the columns */
    private int open(int level, long rank) {
        if (levels == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * levels);
            places = Arrays.copyOf(places, 2 * levels);
        }
        int place = place();
        move(level, level + 1);
        levels++;
        ranks[level] = rank;
        places[level] = place;
        volumes[place] = 0;
        orders[place] = 0;
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

    private void close(int level) {
        free[freed++] = places[level];
        move(level + 1, level);
        levels--;
    }

    private void move(int from, int to) {
        int count = levels - from;
        if (count > 0) {
            System.arraycopy(ranks, from, ranks, to, count);
            System.arraycopy(places, from, places, to, count);
        }
    }
}
