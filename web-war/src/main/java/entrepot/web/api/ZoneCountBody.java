package entrepot.web.api;

import entrepot.inventory.count.server.NewZoneCount;
import java.util.List;
import java.util.UUID;

/**
 * Counts to be made of each place of a zone, as a client sends them; what is left out is as in {@link CountBody}.
 *
 * @param most so many items of each place
 */
public record ZoneCountBody(String site, String zone, String note, String abc, String category, Boolean due, Integer most) {

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    NewZoneCount read(Fields fields, UUID key) {
        return new NewZoneCount(key, fields.text("/site", site, 32), fields.text("/zone", zone, 32), fields.textIfGiven("/note", note, 200),
                CountBody.selection(fields, List.of(), abc, category, due, most));
    }
}
