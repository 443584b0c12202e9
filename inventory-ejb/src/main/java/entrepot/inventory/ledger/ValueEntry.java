package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import java.time.LocalDate;

/**
 * What a movement is worth, or is worth more from a day on: positive into stock, negative out of it.
 *
 * @param movement of this posting or, where its value is changed by this posting, of an earlier one
 * @param date     from which it counts
 * @param booked   the day it is booked on: a later one where that day was closed
 */
public record ValueEntry(
        long id, long movement, ItemId item, LocationId location, Kind kind, Money amount, LocalDate date, LocalDate booked) {

    /** Why the value is what it is. */
    public enum Kind {

        /** What the movement itself says. */
        DIRECT,

        /** A charge on a receipt: freight, duty, a price that the invoice changed. */
        CHARGE,

        /** What an earlier movement costs now that something before it has changed. */
        RESTATEMENT,

        /** Goods that left before they came have come. */
        TRUE_UP
    }

    static ValueEntry of(long id, Movement movement, Kind kind, Money amount, LocalDate date, LocalDate booked) {
        return new ValueEntry(id, movement.id(), movement.item(), movement.location(), kind, amount, date, booked);
    }
}
