package entrepot.inventory.invoice;

import entrepot.inventory.exchange.Exchange;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What came with one line of a receipt, and what of it stands as received and not invoiced.
 *
 * @param account in which it stands so
 * @param came    in all, less what was corrected, undone or went back
 * @param open    what of that is not invoiced; below zero where more went back than that
 * @param value   what the account says of it
 * @param order   null where nobody ordered it
 * @param agreed  unit price of the order in its currency, which is that of the receipt; or null
 * @param taxCode of the item, or null
 * @param paid    the currency the receipt is in, at its rate
 * @param price   unit price of the receipt in it, where that is another than the book's; or null
 */
public record Delivery(
        long movement, ItemId item, String sku, LocationId location, UUID receipt, int line, LocalDate on, Account account,
        Quantity came, Quantity open, Money value, UUID order, String orderNumber, Integer orderLine, BigDecimal agreed, Long supplier,
        String taxCode, Exchange paid, BigDecimal price) {}
