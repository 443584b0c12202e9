package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;

/**
 * The part of a line that is of one lot.
 *
 * @param quantity with the sign of the line
 * @param movement of that lot that the line returns, or null: the one its line names
 * @param pieces   of goods whose pieces are counted, with the sign of the line; else null
 */
public record LotPart(Lot lot, Quantity quantity, Long movement, Long pieces) {

    /** Of goods whose pieces are not counted, or as its line says. */
    public LotPart(Lot lot, Quantity quantity, Long movement) {
        this(lot, quantity, movement, null);
    }

    LotPart of(Long itsPieces) {
        return new LotPart(lot, quantity, movement, itsPieces);
    }
}
