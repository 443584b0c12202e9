package entrepot.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final Schedule nightly = new Schedule("check", LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

    @Test
    void beforeTheHourTheTickIsYesterdays() {
        assertThat(nightly.tick(Instant.parse("2026-06-10T00:29:59Z"))).isEqualTo("check@2026-06-09");
    }

    @Test
    void fromTheHourOnTheTickIsTodays() {
        assertThat(nightly.tick(Instant.parse("2026-06-10T00:30:00Z"))).isEqualTo("check@2026-06-10");
    }

    @Test
    void theDayIsTheCompanysAndNotUtc() {
        assertThat(new Schedule("check", LocalTime.MIDNIGHT, ZoneId.of("Pacific/Auckland"))
                        .tick(Instant.parse("2026-06-10T12:00:00Z")))
                .isEqualTo("check@2026-06-11");
    }

    @Test
    void theHourThatSummerTimeSkipsIsDueOnce() {
        Instant before = Instant.parse("2026-03-29T00:59:00Z");
        Instant after = Instant.parse("2026-03-29T01:31:00Z");
        assertThat(nightly.tick(before)).isEqualTo("check@2026-03-28");
        assertThat(nightly.tick(after)).isEqualTo("check@2026-03-29");
        assertThat(nightly.nextDue(after).toInstant()).isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
    }
}
