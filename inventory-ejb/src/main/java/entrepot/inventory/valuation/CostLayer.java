package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;

/**
 * Stock that came in together and is not yet out. It holds the value that is left, not a unit cost:
 * a unit cost of 10.00 / 3 cannot be written down exactly, the value left always can.
 *
 * @param origin where it came from, in cost order; {@link Origin#POOLED} under an average
 */
public record CostLayer(Origin origin, Quantity left, Money value) {

    /**
     * The movement that brought a layer. Cost order is business date, then place in the pool, then slice.
     *
     * @param slice tells apart the layers that one transfer brought; {@link #PUT_BACK} where the undoing of a movement
     *              brought back what it had taken
     */
    public record Origin(LocalDate date, long ordinal, int slice, long movement) implements Comparable<Origin> {

        public static final int PUT_BACK = -1;
        public static final Origin POOLED = new Origin(LocalDate.of(1970, 1, 1), 0, 0, 0);

        @Override
        public int compareTo(Origin other) {
            int byDate = date.compareTo(other.date);
            int byOrdinal = byDate != 0 ? byDate : Long.compare(ordinal, other.ordinal);
            return byOrdinal != 0 ? byOrdinal : Integer.compare(slice, other.slice);
        }
    }

    public CostLayer {
        if (!left.isPositive()) {
            throw new IllegalArgumentException("a layer of " + left + " units: must be positive");
        }
        if (value.isNegative()) {
            throw new IllegalArgumentException("a layer worth " + value + ": must not be negative");
        }
    }

    /** The part of this layer that {@code quantity} of it is: all of it takes all of the value. */
    CostLayer part(Quantity quantity) {
        return new CostLayer(origin, quantity, value.share(quantity.millionths(), left.millionths()));
    }

    CostLayer without(CostLayer taken) {
        return new CostLayer(origin, left.minus(taken.left), value.minus(taken.value));
    }
}
