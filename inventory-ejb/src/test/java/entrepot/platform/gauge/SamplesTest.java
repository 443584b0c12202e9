package entrepot.platform.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void theRateIsWhatWasPostedSinceTheLookBefore() {
        assertThat(Samples.aSecond(at(0, 1000), 1500, NOON.plusSeconds(2))).isEqualTo(250);
    }

    @Test
    void withoutALookBeforeThereIsNoRate() {
        assertThat(Samples.aSecond(null, 1500, NOON)).isZero();
        assertThat(Samples.aSecond(at(0, 1000), 1500, NOON)).isZero();
    }

    @Test
    void onlyTheLastAreKeptInTheirOrder() {
        Samples samples = new Samples(3);
        for (int look = 0; look < 5; look++) {
            samples.add(at(look, look));
        }
        assertThat(samples.all()).extracting(Sample::posted).containsExactly(2L, 3L, 4L);
        assertThat(samples.last().posted()).isEqualTo(4);
    }

    private static Sample at(int seconds, long posted) {
        return new Sample(NOON.plusSeconds(seconds), posted, 0, 0, 0, List.of(), List.of());
    }
}
