package entrepot.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecisionLagTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 3, 12, 0);

    @Test
    void aSaleWaitsForTheFirstDecisionThatCoversItsSeal() {
        var lag = DecisionLag.measure("replenishment",
                List.of(moved(10, 1, 0), moved(11, 1, 200), moved(12, 2, 0)),
                List.of(decided(1, 9, 10, 300), decided(1, 10, 11, 900)));
        assertThat(lag).isEqualTo(new DecisionLag.Lag("replenishment", 2, 1, 300, 700, 700));
    }

    @Test
    void aDecisionOverManySealsIsCountedForEachOfThem() {
        var moved = LongStream.rangeClosed(1, 100).mapToObj(seal -> moved(seal, 1, 1000 - seal)).toList();
        var lag = DecisionLag.measure("replenishment", moved, List.of(decided(1, 0, 100, 1000)));
        assertThat(lag).isEqualTo(new DecisionLag.Lag("replenishment", 100, 0, 50, 99, 100));
    }

    @Test
    void nothingMovedIsNoLag() {
        assertThat(DecisionLag.measure("reprice", List.of(), List.of()))
                .isEqualTo(new DecisionLag.Lag("reprice", 0, 0, 0, 0, 0));
    }

    private static DecisionLag.Moved moved(long seal, long item, long millis) {
        return new DecisionLag.Moved(seal, item, NOON.plusNanos(millis * 1_000_000));
    }

    private static DecisionLag.Decided decided(long item, long from, long to, long millis) {
        return new DecisionLag.Decided(item, from, to, NOON.plusNanos(millis * 1_000_000));
    }
}
