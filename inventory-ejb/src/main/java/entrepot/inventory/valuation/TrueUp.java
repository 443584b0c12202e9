package entrepot.inventory.valuation;

import entrepot.kernel.Money;

/**
 * What the value of a movement out of stock changes by when the goods it took too early have come, or their price is known.
 *
 * @param amount in stock's favour: negative where the goods cost more than was taken for them
 */
public record TrueUp(long movement, Money amount) {}
