package entrepot.inventory.retail;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What all documents of one import have in common.
 *
 * @param location code of the place all goods lie at
 * @param zone     of the times in the files
 */
public record Batch(UUID id, String location, ZoneId zone) {

    private static final LocalTime DOORS_OPEN = LocalTime.of(6, 0);

    /** What every posting of the batch names as its source. */
    public String source() {
        return "import:" + id;
    }

    /** The same for the same document of the same batch, for ever. */
    UUID document(String key) {
        return UUID.nameUUIDFromBytes((id + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    Instant moment(LocalDateTime shopTime) {
        return shopTime.atZone(zone).toInstant();
    }

    Instant morning(LocalDate day) {
        return moment(day.atTime(DOORS_OPEN));
    }
}
