package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the book holds of stock at a moment: the pools it is valued in and the places where it lies. */
public final class Stock {

    private Stock() {}

    /** An item at a place. */
    public record Place(ItemId item, LocationId location) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byItem = item.compareTo(other.item);
            return byItem != 0 ? byItem : location.compareTo(other.location);
        }
    }

    /**
     * A cost pool and where it stands in its history.
     *
     * @param ordinal      of the last movement
     * @param lastDate     the latest business date posted, or null
     * @param lastUnitCost of the last movement, six decimals, or null before the first
     */
    public record Pool(long id, CostPool cost, long ordinal, LocalDate lastDate, BigDecimal lastUnitCost) {

        Pool after(CostPool next, LocalDate date, BigDecimal unitCost) {
            return new Pool(id, next, ordinal + 1, date, unitCost == null ? lastUnitCost : unitCost);
        }
    }

    /**
     * A movement that something is returned to.
     *
     * @param quantity signed as moved
     * @param cost     what it was worth when it moved, never negative
     * @param returned how much of it came or went back so far
     */
    public record Source(long movement, Place place, Quantity quantity, Money cost, Quantity returned) {

        public Quantity size() {
            return quantity.isPositive() ? quantity : quantity.negated();
        }

        public Quantity open() {
            return size().minus(returned);
        }

        /** The cost that the next {@code part} carries back. The parts of a whole add up to the whole cost. */
        public Money costOf(Quantity part) {
            return cost.share(returned.plus(part).millionths(), size().millionths())
                    .minus(cost.share(returned.millionths(), size().millionths()));
        }

        Source with(Quantity part) {
            return new Source(movement, place, quantity, cost, returned.plus(part));
        }
    }
}
