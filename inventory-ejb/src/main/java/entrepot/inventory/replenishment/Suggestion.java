package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;

/**
 * What the policy would order now.
 *
 * @param order zero when nothing is needed
 */
public record Suggestion(Quantity order, Reason reason) {

    public boolean isNeeded() {
        return order.isPositive();
    }
}
