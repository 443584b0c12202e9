package entrepot.inventory.label.server;

import java.util.List;
import java.util.UUID;

/**
 * Labels of what: items or places by code, one lot of one item, or all that came in with a posting.
 *
 * @param lot     of the one item, or null
 * @param posting or null
 * @param copies  of each; null: one a unit that came in with the posting
 */
public record LabelOrder(List<String> items, String lot, List<String> locations, UUID posting, Integer copies) {

    public LabelOrder {
        items = List.copyOf(items);
        locations = List.copyOf(locations);
    }
}
