package entrepot.inventory.purchasing.server;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An order as a buyer writes it.
 *
 * @param id         chosen by the client before its first try
 * @param supplier   code
 * @param location   code of the place the goods are to come to
 * @param orderedOn  the day it was sent, which may lie in the past; null: it stays a draft
 * @param expectedOn null: by the supplier's lead time
 */
public record NewOrder(
        UUID id, String supplier, String location, LocalDate orderedOn, LocalDate expectedOn, String note, List<Line> lines) {

    /** @param unitCost major units, or null: what the supplier asks for the item */
    public record Line(String sku, Quantity quantity, BigDecimal unitCost) {}

    public NewOrder {
        lines = List.copyOf(lines);
    }
}
