package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;

/**
 * The part of a line that is of one lot.
 *
 * @param quantity with the sign of the line
 * @param movement of that lot that the line returns, or null: the one its line names
 */
public record LotPart(Lot lot, Quantity quantity, Long movement) {}
