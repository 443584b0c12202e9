package entrepot.trading.execution;

import java.util.Arrays;

/**
 * The price levels of one side, the best last: most commands are near the touch, where little moves when a level comes or goes.
 * A level is a queue of orders with its volume and their number.
 */
final class Ladder {

    private final Queues queues;
    private final BookSide side;

    private long[] ranks = new long[256];
    private long[] volumes = new long[256];
    private int[] orders = new int[256];
    private int[] heads = new int[256];
    private int[] tails = new int[256];
    private int levels;

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
        return heads[levels - 1];
    }

    /** @param depth 0 for the best */
    long price(int depth) {
        return side.rank(ranks[levels - 1 - depth]);
    }

    long volume(int depth) {
        return volumes[levels - 1 - depth];
    }

    int orders(int depth) {
        return orders[levels - 1 - depth];
    }

    /** At the end of the queue of its price. */
    void append(int slot) {
        long rank = side.rank(queues.price[slot]);
        int level = find(rank);
        if (level < 0) {
            level = ~level;
            open(level, rank);
            heads[level] = slot;
            queues.previous[slot] = Queues.NONE;
        } else {
            queues.next[tails[level]] = slot;
            queues.previous[slot] = tails[level];
        }
        queues.next[slot] = Queues.NONE;
        tails[level] = slot;
        volumes[level] += queues.left[slot];
        orders[level]++;
    }

    void remove(int slot) {
        remove(slot, find(side.rank(queues.price[slot])));
    }

    void shrink(int slot, long size) {
        queues.left[slot] -= size;
        volumes[find(side.rank(queues.price[slot]))] -= size;
    }

    /** The order that is next to trade does so. @return whether nothing is left of it; it is gone then */
    boolean trade(long size) {
        int level = levels - 1;
        int slot = heads[level];
        queues.left[slot] -= size;
        volumes[level] -= size;
        if (queues.left[slot] > 0) {
            return false;
        }
        remove(slot, level);
        return true;
    }

    private void remove(int slot, int level) {
        int before = queues.previous[slot];
        int after = queues.next[slot];
        if (before == Queues.NONE) {
            heads[level] = after;
        } else {
            queues.next[before] = after;
        }
        if (after == Queues.NONE) {
            tails[level] = before;
        } else {
            queues.previous[after] = before;
        }
        volumes[level] -= queues.left[slot];
        if (--orders[level] == 0) {
            close(level);
        }
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

    private void open(int level, long rank) {
        if (levels == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * levels);
            volumes = Arrays.copyOf(volumes, 2 * levels);
            orders = Arrays.copyOf(orders, 2 * levels);
            heads = Arrays.copyOf(heads, 2 * levels);
            tails = Arrays.copyOf(tails, 2 * levels);
        }
        move(level, level + 1);
        levels++;
        ranks[level] = rank;
        volumes[level] = 0;
        orders[level] = 0;
    }

    private void close(int level) {
        move(level + 1, level);
        levels--;
    }

    private void move(int from, int to) {
        int count = levels - from;
        if (count > 0) {
            System.arraycopy(ranks, from, ranks, to, count);
            System.arraycopy(volumes, from, volumes, to, count);
            System.arraycopy(orders, from, orders, to, count);
            System.arraycopy(heads, from, heads, to, count);
            System.arraycopy(tails, from, tails, to, count);
        }
    }
}
