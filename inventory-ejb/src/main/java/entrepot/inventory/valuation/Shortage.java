package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;

/**
 * Goods that left before they came.
 *
 * @param origin      the movement that took them
 * @param missing     how many are still to come, positive
 * @param provisional what they were taken to cost, not negative
 */
public record Shortage(CostLayer.Origin origin, Quantity missing, Money provisional) {}
