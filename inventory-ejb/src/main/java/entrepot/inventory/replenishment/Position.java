package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;

/** Inventory position: what is on the shelf and what is already on its way. */
public record Position(Quantity onHand, Quantity onOrder) {

    public Quantity total() {
        return onHand.plus(onOrder);
    }
}
