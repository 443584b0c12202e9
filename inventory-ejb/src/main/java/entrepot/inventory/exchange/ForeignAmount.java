package entrepot.inventory.exchange;

import entrepot.kernel.Money;
import java.math.BigDecimal;

/**
 * What a line of a document says in another currency than the book's.
 *
 * @param line      of the document, or -1: all of it
 * @param unitPrice or null
 */
public record ForeignAmount(int line, Exchange exchange, BigDecimal unitPrice, Money amount) {

    public static final int DOCUMENT = -1;

    public Money inBook() {
        return exchange.inBook(amount);
    }
}
