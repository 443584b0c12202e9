package entrepot.web.api;

import entrepot.inventory.count.AbcClass;
import entrepot.inventory.count.server.NewCount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A count to be made, as a client sends it: either items by name, or what the place carries.
 *
 * @param abc      only this class
 * @param category only this category
 * @param due      only what the plan has due
 * @param most     so many items, the longest due first; left out: as many as a count may have
 */
public record CountBody(
        String location, String note, List<String> skus, String abc, String category, Boolean due, Integer most) {

    /** Notes what is wrong in {@code fields}; the result counts only where nothing is. */
    NewCount read(Fields fields, UUID id) {
        String place = fields.text("/location", location, 32);
        String noted = fields.textIfGiven("/note", note, 200);
        NewCount.Selection selection = selection(fields, names(fields), abc, category, due, most);
        if (skus != null && (abc != null || category != null || due != null || most != null)) {
            fields.refuse("/skus", "not-both", "name the items, or say which of those that the place carries; not both");
        }
        return new NewCount(id, place, noted, selection);
    }

    private List<String> names(Fields fields) {
        return skus == null ? List.of() : names(fields, skus);
    }

    /** 1 to as many SKUs as a count may have lines. */
    static List<String> names(Fields fields, List<String> skus) {
        if (skus == null || skus.isEmpty() || skus.size() > NewCount.MOST_LINES) {
            fields.refuse("/skus", "size", "must name 1 to " + NewCount.MOST_LINES + " items");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int number = 0; number < skus.size(); number++) {
            String name = fields.text("/skus/" + number, skus.get(number), 32);
            names.add(name == null ? "" : name);
        }
        return names;
    }

    static NewCount.Selection selection(Fields fields, List<String> skus, String abc, String category, Boolean due, Integer most) {
        return new NewCount.Selection(skus, fields.oneOfIfGiven("/abc", abc, AbcClass.class, null),
                fields.textIfGiven("/category", category, 32), Boolean.TRUE.equals(due), most(fields, most));
    }

    private static int most(Fields fields, Integer most) {
        if (most != null && (most < 1 || most > NewCount.MOST_LINES)) {
            fields.refuse("/most", "range", "must be 1 to " + NewCount.MOST_LINES);
        }
        return most == null ? NewCount.MOST_LINES : most;
    }
}
