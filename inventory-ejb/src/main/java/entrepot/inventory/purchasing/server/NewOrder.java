package entrepot.inventory.purchasing.server;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * An order as a buyer writes it.
 *
 * @param id         chosen by the client before its first try
 * @param supplier   code
 * @param location   code of the place the goods are to come to; null where they go to a customer
 * @param orderedOn  the day it was sent, which may lie in the past; null: it stays a draft
 * @param expectedOn null: by the supplier's lead time
 * @param customer   code of whom the supplier ships it to, or null
 * @param currency   of its unit costs, or null: the company's
 */
public record NewOrder(
        UUID id, String supplier, String location, LocalDate orderedOn, LocalDate expectedOn, String note, Currency currency, String customer,
        List<Line> lines) {

    /**
     * @param unitCost major units, or null: what the supplier asks for the item, where that is in this currency;
     * @param salePrice what the customer pays for a unit, without tax, in the company's currency; only where it goes to one
     */
    public record Line(String sku, Quantity quantity, BigDecimal unitCost, BigDecimal salePrice) {}

    public NewOrder {
        lines = List.copyOf(lines);
    }
}
