package entrepot.trading.execution;

import java.util.Arrays;

/** From a number, of an order or a price, to a slot: open addressing with linear probing, holes closed by moving back (Knuth, TAOCP 3, 6.4, algorithm R). */
final class SlotIndex {

    static final int NONE = -1;

    private long[] ids = new long[1024];
    private int[] slots = empty(1024);
    private int size;

    int get(long id) {
        int at = home(id);
        while (slots[at] != NONE && ids[at] != id) {
            at = next(at);
        }
        return slots[at];
    }

    void put(long id, int slot) {
        if (2 * ++size > ids.length) {
            grow();
        }
        insert(id, slot);
    }

    void remove(long id) {
        int hole = home(id);
        while (ids[hole] != id || slots[hole] == NONE) {
            hole = next(hole);
        }
        size--;
        for (int at = next(hole); slots[at] != NONE; at = next(at)) {
            if (mayMove(home(ids[at]), hole, at)) {
                ids[hole] = ids[at];
                slots[hole] = slots[at];
                hole = at;
            }
        }
        slots[hole] = NONE;
    }

    /** Whether the way from its home to where it is passes the hole. */
    private boolean mayMove(int home, int hole, int at) {
        int mask = ids.length - 1;
        return ((at - home) & mask) >= ((at - hole) & mask);
    }

    private void insert(long id, int slot) {
        int at = home(id);
        while (slots[at] != NONE) {
            at = next(at);
        }
        ids[at] = id;
        slots[at] = slot;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldSlots = slots;
        ids = new long[2 * oldIds.length];
        slots = empty(2 * oldIds.length);
        for (int at = 0; at < oldIds.length; at++) {
            if (oldSlots[at] != NONE) {
                insert(oldIds[at], oldSlots[at]);
            }
        }
    }

    private static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }

    /** Fibonacci hashing (TAOCP 3, 6.4): numbers in a row do not land in a row. */
    private int home(long id) {
        return (int) (id * 0x9E3779B97F4A7C15L >>> 32) & ids.length - 1;
    }

    private int next(int at) {
        return at + 1 & ids.length - 1;
    }
}
