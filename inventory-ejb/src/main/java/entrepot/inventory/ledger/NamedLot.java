package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * A lot, or one piece by its serial number, as a document names it.
 *
 * @param code     as the maker prints it
 * @param expires  what the document says of its last day, or null
 * @param quantity of the line that is of this lot, with the sign of the line
 * @param pieces   of catch-weight goods, with the sign of the line; null where nothing is said
 */
public record NamedLot(String code, LocalDate expires, Quantity quantity, Long pieces) {

    public NamedLot(String code, LocalDate expires, Quantity quantity) {
        this(code, expires, quantity, null);
    }

    public static Quantity sum(List<NamedLot> lots) {
        return lots.stream().map(NamedLot::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }
}
