package entrepot.inventory.replenishment.server;

import entrepot.inventory.replenishment.Position;
import entrepot.kernel.Quantity;

/** An item at a location that carries it. @param serviceLevel of this location, or null */
record CarriedStock(long location, long onHand, long onOrder, long reserved, Double serviceLevel) {

    Position position() {
        return new Position(new Quantity(onHand), new Quantity(onOrder), new Quantity(reserved));
    }
}
