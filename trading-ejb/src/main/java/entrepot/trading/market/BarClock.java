package entrepot.trading.market;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the moment of a bar as a file writes it. A month is its last day, since its price is not known before. */
final class BarClock {

    private static final String MILLIS = "epoch-millis";
    private static final String SECONDS = "epoch-seconds";
    private static final long MINUTE = 60_000;
    /** Those that cannot be mistaken for one another. */
    private static final List<String> USUAL = List.of("yyyy-MM-dd", "yyyyMMdd", "yyyy-MM", "yyyy/MM/dd", "dd.MM.yyyy", "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd HH:mm:ss", "yyyyMMdd HH:mm", "yyyy-MM-dd'T'HH:mm[:ss[.SSS]][XXX]", MILLIS, SECONDS);

    private final String format;
    private final DateTimeFormatter reader;
    private final BarStep step;
    private final ZoneId zone;
    private final long shift;

    private BarClock(String format, BarStep step, ColumnMapping mapping) {
        this.format = format;
        this.reader = isEpoch(format) ? null
                : DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        this.step = step;
        this.zone = mapping.zone();
        this.shift = step == BarStep.MINUTE && !mapping.stampedAtEnd() ? MINUTE : 0;
    }

    /** @throws BarFileRefused where the format is none, or the first row does not fit any that is known */
    static BarClock of(ColumnMapping mapping, BarStep step, String first) {
        if (mapping.format() != null) {
            return named(mapping, step);
        }
        return USUAL.stream()
                .map(format -> new BarClock(format, step, mapping))
                .filter(clock -> clock.fits(first))
                .findFirst()
                .orElseThrow(() -> BarFileRefused.of("format", "unknown-format",
                        "say how the day is written: '" + shortened(first) + "' is none of " + USUAL));
    }

    private static BarClock named(ColumnMapping mapping, BarStep step) {
        try {
            return new BarClock(mapping.format(), step, mapping);
        } catch (IllegalArgumentException wrong) {
            throw BarFileRefused.of("format", "unknown-format", "'" + shortened(mapping.format()) + "' is no format of a day such as dd/MM/yyyy");
        }
    }

    private boolean fits(String text) {
        return isEpoch(format) ? text.matches(format.equals(MILLIS) ? "[0-9]{12,13}" : "[0-9]{9,10}") : parsed(text).isPresent();
    }

    String format() {
        return format;
    }

    /** @param millis after midnight. @return empty where it cannot be read */
    Optional<Long> read(String text, long millis) {
        if (isEpoch(format)) {
            return text.matches("-?[0-9]{1,13}") ? Optional.of(ended(epoch(text), millis)) : Optional.empty();
        }
        return parsed(text).flatMap(found -> moment(found)).map(at -> ended(at, millis));
    }

    private long epoch(String text) {
        return format.equals(MILLIS) ? Long.parseLong(text) : 1000 * Long.parseLong(text);
    }

    /** Days are days of the file, whatever the hour; minutes go by the zone's clock, also where it is put back. */
    private long ended(long at, long millis) {
        return step == BarStep.DAY ? Math.floorDiv(at, Adjustment.DAY) * Adjustment.DAY : at + millis + shift;
    }

    private Optional<Long> moment(TemporalAccessor found) {
        if (found instanceof OffsetDateTime at && step == BarStep.MINUTE) {
            return Optional.of(at.toInstant().toEpochMilli());
        }
        LocalDateTime local = local(found);
        if (local.getYear() < 1 || local.getYear() > 9999) {
            return Optional.empty();
        }
        Instant at = step == BarStep.DAY ? local.toInstant(ZoneOffset.UTC) : local.atZone(zone).toInstant();
        return Optional.of(at.toEpochMilli());
    }

    private static LocalDateTime local(TemporalAccessor found) {
        if (found instanceof OffsetDateTime at) {
            return at.toLocalDateTime();
        }
        if (found instanceof YearMonth month) {
            return month.atEndOfMonth().atStartOfDay();
        }
        return found instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) found;
    }

    private Optional<TemporalAccessor> parsed(String text) {
        try {
            return Optional.of(reader.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from, YearMonth::from));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private static boolean isEpoch(String format) {
        return format.equals(MILLIS) || format.equals(SECONDS);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
