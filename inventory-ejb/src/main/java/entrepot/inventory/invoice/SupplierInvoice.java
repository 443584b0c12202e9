package entrepot.inventory.invoice;

import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.exchange.Exchange;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a supplier wants, as it is printed. Amounts are positive, also of a credit note.
 *
 * @param id           chosen by the client before its first try
 * @param supplier     code
 * @param number       of the supplier
 * @param exchange     of the currency it is in
 * @param businessDate on which it is booked, or null: its own day, or the last receipt's where that is later
 * @param printedTax   as the supplier worked it out, or null: as we do
 * @param goods        come first in the numbers of the lines, the charges after them
 */
public record SupplierInvoice(
        UUID id, InvoiceKind kind, String supplier, String number, Exchange exchange, LocalDate date, LocalDate due, LocalDate businessDate,
        String note, Money printedTax, List<Goods> goods, List<Charge> charges) {

    /**
     * Goods that came, named by their receipt or by their order.
     *
     * @param receipt   posting that they came with, or null
     * @param order     null where the receipt is named
     * @param quantity  in the stock unit of the item
     * @param unitPrice without tax, major units, up to six decimals
     * @param taxCode   null: the item's own
     */
    public record Goods(
            UUID receipt, int receiptLine, UUID order, int orderLine, Quantity quantity, BigDecimal unitPrice, String taxCode) {}

    /**
     * Freight, duty, an allowance.
     *
     * @param estimated it was booked on stock before by an estimate, which this settles
     * @param receipts  postings it is for; none: those of the goods
     * @param parts     what each line bears, positive like the amount, where that is said
     */
    public record Charge(
            String what, Money amount, LandedCost.By by, boolean estimated, List<UUID> receipts, List<LandedCost.Part> parts, String taxCode) {
        public Charge {
            parts = List.copyOf(parts);
            receipts = List.copyOf(receipts);
        }
    }

    public SupplierInvoice {
        goods = List.copyOf(goods);
        charges = List.copyOf(charges);
    }

    public Currency currency() {
        return exchange.of();
    }

    /** Without tax, signed as the document is, line by line. */
    public List<Money> nets() {
        return Stream.concat(
                        goods.stream().map(line -> Money.worth(line.quantity(), line.unitPrice(), currency())),
                        charges.stream().map(Charge::amount))
                .map(kind::signed)
                .toList();
    }
}
