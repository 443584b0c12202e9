package entrepot.inventory.revalue;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;

/**
 * What one pool held at the end of a day.
 *
 * @param value as it stands in the books
 * @param cost  what it would be worth had it never been written down
 */
public record HeldStock(Quantity onHand, Money value, Money cost) {}
