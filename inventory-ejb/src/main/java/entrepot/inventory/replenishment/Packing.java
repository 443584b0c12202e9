package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;
import java.util.Optional;

/**
 * How the supplier sells: whole packs, and not less than a minimum.
 *
 * @param pack    units in a pack, above 0
 * @param minimum least units of an order line, 0 for none
 */
public record Packing(Quantity pack, Quantity minimum) {

    public Packing {
        if (!pack.isPositive() || minimum.millionths() < 0) {
            throw new IllegalArgumentException("pack of " + pack + " must be above 0 and minimum " + minimum + " not below");
        }
    }

    /** Raised to the minimum, then up to whole packs; zero stays zero. */
    public Quantity fit(Quantity wanted) {
        if (!wanted.isPositive()) {
            return Quantity.ZERO;
        }
        long units = Math.max(wanted.millionths(), minimum.millionths());
        long packs = -Math.floorDiv(-units, pack.millionths());
        return new Quantity(Math.multiplyExact(packs, pack.millionths()));
    }

    /** Why {@code quantity} cannot be ordered, with the next that can. */
    public Optional<String> refusal(Quantity quantity) {
        if (holds(quantity)) {
            return Optional.empty();
        }
        return Optional.of(quantity + " is not orderable in packs of " + pack + " with a minimum of " + minimum
                + ", the next that is: " + fit(quantity.isPositive() ? quantity : pack));
    }

    public boolean holds(Quantity quantity) {
        return quantity.isPositive() && fit(quantity).equals(quantity);
    }
}
