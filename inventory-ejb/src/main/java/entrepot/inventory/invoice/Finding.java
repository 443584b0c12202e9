package entrepot.inventory.invoice;

/**
 * Why an invoice waits for another person.
 *
 * @param line of the invoice, or -1 where it is the document
 */
public record Finding(int line, Code code, String detail) {

    /** What may not fit. */
    public enum Code {

        /** It costs more than was agreed, by more than the tolerance. */
        PRICE_OVER,

        /** More is invoiced than came, or more credited than went back. */
        QUANTITY_OVER,

        /** It came without an order. */
        NOT_ORDERED,

        /** The tax is not what the item or the rate says. */
        TAX_DIFFERS
    }
}
