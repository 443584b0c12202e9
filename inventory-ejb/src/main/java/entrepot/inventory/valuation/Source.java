package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;

/**
 * A movement that something may be returned to.
 *
 * @param size     how much moved, positive
 * @param cost     what it was worth, never negative
 * @param returned how much of it came or went back so far
 */
public record Source(long movement, Quantity size, Money cost, Quantity returned) {

    public Quantity open() {
        return size.minus(returned);
    }

    /** The cost that the next {@code part} carries back. The parts of a whole add up to the whole cost. */
    public Money costOf(Quantity part) {
        return cost.share(returned.plus(part).millionths(), size.millionths())
                .minus(cost.share(returned.millionths(), size.millionths()));
    }

    public Source with(Quantity part) {
        return new Source(movement, size, cost, returned.plus(part));
    }

    Source worth(Money now) {
        return new Source(movement, size, now, returned);
    }
}
