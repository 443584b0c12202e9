package entrepot.inventory.retail;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;

/**
 * A row of the files. Two rows are duplicates where all of it is equal.
 *
 * @param code        as in the file
 * @param sku         the same, trimmed, in upper case
 * @param description empty where there is none
 * @param quantity    units, negative when taken back or written off
 * @param at          the shop's own time
 * @param price       a unit, in pounds, without trailing zeros; negative for a correction of debts
 * @param customer    empty where nobody is named
 */
public record RetailRow(
        String invoice,
        String code,
        String sku,
        String description,
        long quantity,
        LocalDateTime at,
        BigDecimal price,
        String customer,
        String country) {

    /** The files' own currency. */
    public static final Currency CURRENCY = Currency.getInstance("GBP");

    public LocalDate day() {
        return at.toLocalDate();
    }

    /** Units without their sign. */
    public long units() {
        return Math.abs(quantity);
    }

    /** Price times quantity, negative when taken back. */
    public Money amount() {
        return Money.worth(Quantity.units(quantity), price, CURRENCY);
    }

    /** As it stood in the file, the price without trailing zeros. */
    public String text() {
        return String.join(",", invoice, code, description, Long.toString(quantity), at.toString(), price.toPlainString(), customer, country);
    }

    boolean hasCustomer() {
        return !customer.isEmpty();
    }

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    boolean adjustsDebt() {
        return invoice.startsWith("A");
    }

    /** Five digits and up to two letters; all other codes stand for postage, fees, vouchers and notes. */
    boolean isStockItem() {
        int length = sku.length();
        if (length < 5 || length > 7) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = sku.charAt(i);
            if (i < 5 ? c < '0' || c > '9' : c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }
}
