package entrepot.trading.execution;

import java.util.Arrays;

/** Orders that rest, each a slot of columns, in doubly linked queues by the time they came; slots of those gone are used again. */
final class Queues {

    static final int NONE = -1;

    long[] id = new long[1024];
    long[] owner = new long[1024];
    long[] price = new long[1024];
    long[] left = new long[1024];
    BookSide[] side = new BookSide[1024];
    /** Where in the columns of its side's ladder its level stands. */
    int[] level = new int[1024];
    int[] next = new int[1024];
    int[] previous = new int[1024];

    private int free = NONE;
    private int used;

    int add(long newId, long newOwner, BookSide newSide, long newPrice, long size) {
        int slot = slot();
        id[slot] = newId;
        owner[slot] = newOwner;
        side[slot] = newSide;
        price[slot] = newPrice;
        left[slot] = size;
        return slot;
    }

    void release(int slot) {
        next[slot] = free;
        free = slot;
    }

    private int slot() {
        if (free != NONE) {
            int slot = free;
            free = next[slot];
            return slot;
        }
        if (used == id.length) {
            grow(2 * used);
        }
        return used++;
    }

    private void grow(int length) {
        id = Arrays.copyOf(id, length);
        owner = Arrays.copyOf(owner, length);
        price = Arrays.copyOf(price, length);
        left = Arrays.copyOf(left, length);
        side = Arrays.copyOf(side, length);
        level = Arrays.copyOf(level, length);
        next = Arrays.copyOf(next, length);
        previous = Arrays.copyOf(previous, length);
    }
}
