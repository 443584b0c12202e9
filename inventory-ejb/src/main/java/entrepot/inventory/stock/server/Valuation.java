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
    public enum By { ITEM, LOCATION, CATEGORY }

    /** @param quantity null where a row adds up items of different units */
    public record Row(String sku, String name, String category, String location, Quantity quantity, Money value) {

        /** What to give as the place to go on after. */
        public String key() {
            return sku + "~" + location;
        }
    }

    public boolean ties() {
        return total.equals(inventory);
    }
}
