package entrepot.trading.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads a moment to the nanosecond: seconds, milliseconds, microseconds or nanoseconds of the epoch, told apart by their digits; seconds after midnight
 * where a day is said; a day and a time as ISO 8601, with its offset or in the zone.
 */
final class FlowClock {

    private static final BigDecimal MIDNIGHT_TO_MIDNIGHT = BigDecimal.valueOf(86_400);

    private final LocalDate day;
    private final ZoneId zone;

    FlowClock(LocalDate day, ZoneId zone) {
        this.day = day;
        this.zone = zone;
    }

    /** What it reads, in words. */
    String words() {
        return day != null ? "seconds of " + day + " in " + zone : "epoch or ISO 8601" + (zone == null ? "" : " in " + zone);
    }

    Optional<Long> read(String text) {
        try {
            return text.matches("[0-9]{1,19}(\\.[0-9]{1,9})?") ? number(text) : moment(text);
        } catch (DateTimeException | ArithmeticException notAMoment) {
            return Optional.empty();
        }
    }

    private Optional<Long> number(String text) {
        BigDecimal value = new BigDecimal(text);
        if (day != null) {
            return value.compareTo(MIDNIGHT_TO_MIDNIGHT) < 0 ? Optional.of(afterMidnight(value)) : Optional.empty();
        }
        int digits = text.contains(".") ? text.indexOf('.') : text.length();
        return switch (digits) {
            case 9, 10 -> Optional.of(nanos(value, 9));
            case 12, 13 -> Optional.of(nanos(value, 6));
            case 15, 16 -> Optional.of(nanos(value, 3));
            case 18, 19 -> Optional.of(nanos(value, 0));
            default -> Optional.empty();
        };
    }

    private static long nanos(BigDecimal value, int shift) {
        return value.movePointRight(shift).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** By the clock on the wall, also on the day on which it is put forward. */
    private long afterMidnight(BigDecimal seconds) {
        return Flow.nanos(day.atStartOfDay().plusNanos(nanos(seconds, 9)).atZone(zone).toInstant());
    }

    private Optional<Long> moment(String text) {
        String iso = text.replace(' ', 'T');
        if (iso.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$") && iso.indexOf('T') > 0) {
            return Optional.of(Flow.nanos(OffsetDateTime.parse(iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2")).toInstant()));
        }
        return zone == null ? Optional.empty() : Optional.of(Flow.nanos(LocalDateTime.parse(iso).atZone(zone).toInstant()));
    }
}
