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
 * @param theirs   of what was expected: goods of suppliers, which are not in the book
 * @param pieces   of catch-weight goods, else null
 */
public record CountedLine(
        int number, ItemId item, String sku, Lot lot, Quantity expected, Quantity counted, LocalDate on, String by, UnitWorth unitCost,
        Quantity theirs, Pieces pieces) {

    /** In the book and on the shelf. */
    public record Pieces(long expected, long counted) {

        public long difference() {
            return counted - expected;
        }
    }

    /** Of goods whose pieces are not counted. */
    public CountedLine(
            int number, ItemId item, String sku, Lot lot, Quantity expected, Quantity counted, LocalDate on, String by, UnitWorth unitCost,
            Quantity theirs) {
        this(number, item, sku, lot, expected, counted, on, by, unitCost, theirs, null);
    }

    /** Of goods that are all ours. */
    public CountedLine(
            int number, ItemId item, String sku, Lot lot, Quantity expected, Quantity counted, LocalDate on, String by, UnitWorth unitCost) {
        this(number, item, sku, lot, expected, counted, on, by, unitCost, Quantity.ZERO);
    }

    /** As people name it. */
    public String name() {
        return lot == null ? sku : sku + " lot " + lot.code();
    }

    /** What the shelf holds more than the book; negative for what is missing. */
    public Quantity difference() {
        return counted.minus(expected);
    }

    public boolean isRight() {
        return difference().isZero() && (pieces == null || pieces.difference() == 0);
    }

    /**
     * Of the difference what is of suppliers' goods. Nobody can tell the units apart, so it goes as with a sale: ours are taken
     * first, and theirs are missing where even all of ours are too few. What is found is theirs where nothing is ours.
     */
    public Quantity theirDifference() {
        Quantity ours = expected.minus(theirs);
        if (theirs.isZero() || difference().isPositive()) {
            return theirs.isZero() || ours.isPositive() ? Quantity.ZERO : difference();
        }
        Quantity left = ours.isPositive() ? ours.plus(difference()) : difference();
        return left.isPositive() ? Quantity.ZERO : left;
    }

    /** What the book holds too little, or, negative, too much: what is missing of suppliers' goods became ours, and is owed. */
    public Quantity bookDifference() {
        return theirDifference().isPositive() ? difference().minus(theirDifference()) : difference();
    }

    /** About what the difference is worth, before the cost flow says it exactly. */
    public Money worth() {
        return unitCost.of(bookDifference());
    }

    public Money bookWorth() {
        return unitCost.of(expected.minus(theirs));
    }
}
