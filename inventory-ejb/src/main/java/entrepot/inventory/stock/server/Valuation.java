package entrepot.inventory.stock.server;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * What stock was worth, and how that ties to the journal.
 *
 * @param asOf      business dates up to and including this one count
 * @param knownAt   seals up to and including this one count; null: all that is posted
 * @param total     of all stock, whatever rows are shown
 * @param inventory the inventory account(s) under the same two conditions
 */
public record Valuation(LocalDate asOf, Long knownAt, Money total, Money inventory, List<Row> rows) {

    /** What a row stands for. */
    public enum By { ITEM, LOT, LOCATION, CATEGORY }

    /** @param lot of rows by lot, else null; @param quantity null where a row adds up items of different units */
    public record Row(String sku, String name, String category, String location, String lot, Quantity quantity, Money value) {

        /** What to give as the place to go on after. */
        public String key() {
            return sku + "~" + location + (lot == null ? "" : "~" + lot);
        }

        /** Whether it comes later than the row of that key in the order of SKU, location and lot. */
        boolean isAfter(String key) {
            String[] other = key.split("~", 3);
            int order = sku.compareTo(other[0]);
            order = order != 0 ? order : location.compareTo(other.length < 2 ? "" : other[1]);
            return (order != 0 ? order : (lot == null ? "" : lot).compareTo(other.length < 3 ? "" : other[2])) > 0;
        }
    }

    public boolean ties() {
        return total.equals(inventory);
    }
}
