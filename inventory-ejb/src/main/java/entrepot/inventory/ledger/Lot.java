package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import java.time.LocalDate;

/**
 * Goods of an item that were made together, or one piece by its serial number.
 *
 * @param id      its number, given when it is first named: a smaller one was known earlier
 * @param code    as the maker prints it
 * @param expires the last day on which it may be sold, or null
 */
public record Lot(long id, ItemId item, String code, LocalDate expires) {

    public boolean isExpiredOn(LocalDate day) {
        return expires != null && expires.isBefore(day);
    }
}
