package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever arrives, gets lost or comes late: each chunk is called for once, no more than are wanted at a time, and none is forgotten. */
class ChunkCallsTest {

    private static final long SECOND = 1_000_000_000;
    private static final long PATIENCE = 12 * SECOND;

    @Test
    void twiceAsManyAreCalledForAsAreMadeAtATimeAndThoseThatAreThereAreLeftOut() {
        ChunkCalls calls = new ChunkCalls(10, PATIENCE);
        calls.arrived(1, 0);
        assertThat(calls.next(2, 0)).containsExactly(0, 2, 3, 4);
        assertThat(calls.next(2, 0)).isEmpty();
        calls.arrived(3, SECOND / 2);
        assertThat(calls.firstMissing()).isZero();
        calls.arrived(0, SECOND / 2);
        assertThat(calls.firstMissing()).isEqualTo(2);
        assertThat(calls.done()).isEqualTo(3);
        assertThat(calls.next(2, SECOND / 2)).as("two to replace them, two for the pace of a second").containsExactly(5, 6, 7, 8);
        assertThat(calls.next(1, SECOND)).as("a node fewer").isEmpty();
    }

    @Test
    void whatDoesNotComeIsLateAfterThePatienceAndAgainAfterItOnceMore() {
        ChunkCalls calls = new ChunkCalls(2, PATIENCE);
        assertThat(calls.next(1, 0)).containsExactly(0, 1);
        assertThat(calls.late(PATIENCE)).isEmpty();
        assertThat(calls.late(PATIENCE + 1)).hasValue(0);
        assertThat(calls.late(PATIENCE + 1)).hasValue(1);
        assertThat(calls.late(PATIENCE + 1)).isEmpty();
        calls.arrived(0, PATIENCE + SECOND);
        assertThat(calls.late(2 * PATIENCE + 2)).hasValue(1);
    }

    @Test
    void slowChunksAreGivenThriceTheLongestTime() {
        ChunkCalls calls = new ChunkCalls(3, PATIENCE);
        calls.next(1, 0);
        calls.arrived(0, 10 * SECOND);
        assertThat(calls.late(30 * SECOND)).isEmpty();
        assertThat(calls.late(30 * SECOND + 1)).hasValue(1);
    }

    /** Against a plain account of what was called for, over random makers that lose every fifth message. */
    @Test
    void everyChunkComesInTheEndHoweverManyAreLost() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            int chunks = random.nextInt(60);
            ChunkCalls calls = new ChunkCalls(chunks, PATIENCE);
            Set<Integer> calledFor = new HashSet<>();
            List<Integer> underWay = new ArrayList<>();
            int there = 0;
            for (long now = 0; !calls.isComplete(); now += SECOND) {
                assertThat(now).as("seed %d: run %d comes to an end", seed, run).isLessThan(10_000 * SECOND);
                int makers = 1 + random.nextInt(3);
                int before = calledFor.size() - there;
                for (int chunk : calls.next(makers, now)) {
                    assertThat(calledFor.add(chunk)).as("seed %d: chunk %d is called for once", seed, chunk).isTrue();
                    if (random.nextInt(5) > 0) {
                        underWay.add(chunk);
                    }
                }
                assertThat(calledFor.size() - there).as("seed %d: open calls", seed).isLessThanOrEqualTo(Math.max(before, 2 * makers + there));
                var late = calls.late(now);
                if (late.isPresent()) {
                    underWay.remove((Integer) late.getAsInt());
                    calls.arrived(late.getAsInt(), now);
                    there++;
                } else if (!underWay.isEmpty()) {
                    calls.arrived(underWay.remove(random.nextInt(underWay.size())), now);
                    there++;
                }
                assertThat(calls.done()).as("seed %d", seed).isEqualTo(there);
            }
            assertThat(there).as("seed %d", seed).isEqualTo(chunks);
        }
    }
}
