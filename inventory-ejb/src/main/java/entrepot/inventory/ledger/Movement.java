package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.Step;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import java.time.LocalDate;

/**
 * Stock that came or went, or whose value alone changed.
 *
 * @param line     place in the posting's request, from 0; a transfer has two movements of one line
 * @param quantity negative when stock leaves, zero where value alone moves
 * @param step     how the valuation sees it, on the day it is of
 * @param booked   the day it is booked on: a later one where the day it is of was closed
 * @param lot      of goods that are kept by lot, else null
 * @param pieces   of goods whose pieces are counted beside what they weigh, with the sign of what they change; else null
 */
public record Movement(
        int line, ItemId item, LocationId location, Quantity quantity, Step step, LocalDate booked, Lot lot, Long pieces) {

    public long id() {
        return step.movement();
    }

    public long pool() {
        return step.pool();
    }

    /** Place in the pool, in posting order. */
    public long ordinal() {
        return step.ordinal();
    }

    /** The movement it returns, undoes, corrects or charges, or null. */
    public Long source() {
        return step.source();
    }

    public Basis basis() {
        return step.basis();
    }

    /** What the document that brought them says of the last day of their lot; null where they go, or the lot has none. */
    public LocalDate lotExpires() {
        return lot != null && quantity.isPositive() ? lot.expires() : null;
    }

    public Stock.Place place() {
        return new Stock.Place(item, location, lot == null ? 0 : lot.id());
    }
}
