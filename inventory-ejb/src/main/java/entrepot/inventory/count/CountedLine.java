package entrepot.inventory.count;

import entrepot.inventory.ledger.Lot;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;

/**
 * A line that was counted, beside the book.
 *
 * @param lot      that it is of, or null
 * @param expected in the book as of the moment it was counted
 * @param on       the company's day of that moment
 * @param unitCost what a unit is worth on average in its pool
 */
public record CountedLine(
        int number, ItemId item, String sku, Lot lot, Quantity expected, Quantity counted, LocalDate on, String by, UnitWorth unitCost) {

    /** As people name it. */
    public String name() {
        return lot == null ? sku : sku + " lot " + lot.code();
    }

    /** What the shelf holds more than the book; negative for what is missing. */
    public Quantity difference() {
        return counted.minus(expected);
    }

    public boolean isRight() {
        return difference().isZero();
    }

    /** About what the difference is worth, before the cost flow says it exactly. */
    public Money worth() {
        return unitCost.of(difference());
    }

    public Money bookWorth() {
        return unitCost.of(expected);
    }
}
