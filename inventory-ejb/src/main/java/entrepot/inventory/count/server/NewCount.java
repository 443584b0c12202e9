package entrepot.inventory.count.server;

import entrepot.inventory.count.AbcClass;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A count that somebody wants made.
 *
 * @param id       chosen by the client before its first try
 * @param location code of the one place it is at
 */
public record NewCount(UUID id, String location, String note, Selection of) {

    public static final int MOST_LINES = 20_000;

    /**
     * What is to be counted: items by name, or those the place carries that fit all the rest.
     *
     * @param skus     empty where they are chosen by the rest
     * @param only     or null: all classes
     * @param category code, or null: all
     * @param due      only what the plan has due
     * @param most     so many items, the longest due first
     */
    public record Selection(List<String> skus, AbcClass only, String category, boolean due, int most) {

        public Selection {
            skus = List.copyOf(skus);
        }

        String words() {
            if (!skus.isEmpty()) {
                return skus.size() == 1 ? "item " + skus.get(0) : skus.size() + " items picked";
            }
            List<String> words = new ArrayList<>();
            words.add(due ? "what is due" : "all items");
            if (only != null) {
                words.add("class " + only);
            }
            if (category != null) {
                words.add("category " + category);
            }
            return String.join(", ", words);
        }
    }
}
