package entrepot.platform.job;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time of day in a zone, and the day each tick counts for. */
record Schedule(String kind, LocalTime at, ZoneId zone) {

    /** The last moment up to {@code now} at which it was due. */
    ZonedDateTime lastDue(Instant now) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        return today.toInstant().isAfter(now) ? today.minusDays(1) : today;
    }

    /** The next moment after {@code now}. */
    ZonedDateTime nextDue(Instant now) {
        return lastDue(now).toLocalDate().plusDays(1).atTime(at).atZone(zone);
    }

    /** The same for every node, so that a day's tick is one row. */
    String tick(Instant now) {
        return kind + "@" + lastDue(now).toLocalDate();
    }
}
