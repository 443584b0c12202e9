package entrepot.inventory.purchasing;

import entrepot.kernel.Quantity;

/** What came of one line of an order. @param line its number in the order, from 0 */
public record Arrival(int line, Quantity quantity) {}
