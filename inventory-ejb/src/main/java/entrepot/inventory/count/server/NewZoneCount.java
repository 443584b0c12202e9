package entrepot.inventory.count.server;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Counts that somebody wants made, one of each place of a zone.
 *
 * @param key  chosen by the client before its first try; the counts have ids that follow from it
 * @param site code of the site
 * @param of   of each place; its {@code most} are so many items of each
 */
public record NewZoneCount(UUID key, String site, String zone, String note, NewCount.Selection of) {

    NewCount at(String place) {
        return new NewCount(id(place), place, note, of);
    }

    /** Of the count at a place. */
    public UUID id(String place) {
        return UUID.nameUUIDFromBytes((key + "/" + place).getBytes(StandardCharsets.UTF_8));
    }
}
