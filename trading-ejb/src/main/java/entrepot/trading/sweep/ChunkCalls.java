package entrepot.trading.sweep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Which chunks of a sweep are called for, are there, and are late. So many are called for at a time as those who make them have done
 * within the last second, and a few more. Times are of one clock, in nanoseconds.
 */
public final class ChunkCalls {

    private final long patience;
    private final BitSet there = new BitSet();
    private final BitSet called = new BitSet();
    private final long[] calledAt;
    private long begun = -1;
    private int before;
    private long longest;

    /** @param patience after which a chunk that was called for is late; longer where chunks take longer than a third of it */
    public ChunkCalls(int chunks, long patience) {
        this.patience = patience;
        this.calledAt = new long[chunks];
    }

    public int done() {
        return there.cardinality();
    }

    public boolean isComplete() {
        return done() == calledAt.length;
    }

    /** The first that is not there; the number of all where none is missing. */
    public int firstMissing() {
        return there.nextClearBit(0);
    }

    public void arrived(int chunk, long now) {
        if (!there.get(chunk) && called.get(chunk)) {
            longest = Math.max(longest, now - calledAt[chunk]);
        }
        there.set(chunk);
    }

    /** Those to call for now, in their order; they count as called. @param makers how many are made at a time, by all together */
    public int[] next(int makers, long now) {
        if (begun < 0) {
            begun = now;
            before = done();
        }
        double seconds = Math.max(1, (now - begun) / 1e9);
        int most = 2 * makers + (int) ((done() - before) / seconds);
        BitSet open = (BitSet) called.clone();
        open.andNot(there);
        int[] next = new int[Math.max(0, most - open.cardinality())];
        int count = 0;
        for (int chunk = firstFree(0); chunk < calledAt.length && count < next.length; chunk = firstFree(chunk + 1)) {
            call(chunk, now);
            next[count++] = chunk;
        }
        return Arrays.copyOf(next, count);
    }

    private int firstFree(int from) {
        BitSet taken = (BitSet) called.clone();
        taken.or(there);
        return taken.nextClearBit(from);
    }

    private void call(int chunk, long now) {
        called.set(chunk);
        calledAt[chunk] = now;
    }

    /** The first that was called for too long ago; it is late again no sooner than after as long again. */
    public OptionalInt late(long now) {
        for (int chunk = called.nextSetBit(0); chunk >= 0; chunk = called.nextSetBit(chunk + 1)) {
            if (!there.get(chunk) && now - calledAt[chunk] > Math.max(patience, 3 * longest)) {
                call(chunk, now);
                return OptionalInt.of(chunk);
            }
        }
        return OptionalInt.empty();
    }
}
