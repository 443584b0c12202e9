package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.Packing;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * What a decision needs to know of an item.
 *
 * @param supplier     row number, or null where nobody is named to buy it from
 * @param leadTimeDays as the supplier states it, or null
 * @param purchaseCost what the supplier asks for a unit, or null
 * @param serviceLevel null: the company's
 */
record StockedItem(
        long id,
        boolean active,
        Long supplier,
        Integer leadTimeDays,
        BigDecimal purchaseCost,
        long pack,
        long minimumOrder,
        Double serviceLevel) {

    Packing packing() {
        return new Packing(new Quantity(pack), new Quantity(minimumOrder));
    }

    /** For the size of a lot only, never for money. */
    OptionalDouble unitCost() {
        return purchaseCost == null ? OptionalDouble.empty() : OptionalDouble.of(purchaseCost.doubleValue());
    }
}
