package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;

/**
 * Stock that came or went.
 *
 * @param line     place in the posting's request, from 0; a transfer has two movements of one line
 * @param quantity negative when stock leaves
 * @param ordinal  place in the pool, in posting order
 * @param source   the movement it returns, or null
 */
public record Movement(
        long id, int line, ItemId item, LocationId location, long pool, Quantity quantity, long ordinal, Long source) {}
