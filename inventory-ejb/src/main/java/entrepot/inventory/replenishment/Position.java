package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;

/**
 * Inventory position: what is on the shelf and what is already on its way, less what is promised.
 *
 * @param reserved for customers, of what is on hand or on order
 */
public record Position(Quantity onHand, Quantity onOrder, Quantity reserved) {

    public Position(Quantity onHand, Quantity onOrder) {
        this(onHand, onOrder, Quantity.ZERO);
    }

    public Quantity total() {
        return onHand.plus(onOrder).minus(reserved);
    }
}
