package entrepot.inventory.sale;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;

/**
 * A line of a sale as it was sold, so that what comes back of it is credited as it was paid.
 *
 * @param gross    price times quantity, without tax
 * @param discount without tax
 */
public record SoldLine(Quantity quantity, BigDecimal unitPrice, Money gross, Money discount, Money net, Money tax) {

    /** With another part of the same line, at the same price. */
    public SoldLine plus(SoldLine other) {
        return new SoldLine(quantity.plus(other.quantity), unitPrice, gross.plus(other.gross), discount.plus(other.discount),
                net.plus(other.net), tax.plus(other.tax));
    }

    /** Whether price and discount were given with the tax in them. */
    public boolean isTaxIncluded() {
        return !asked().equals(gross);
    }

    /** The part of the discount that belongs to {@code part} of the goods, with tax where the price is. */
    public Money discountOf(Quantity part) {
        Money given = isTaxIncluded() ? asked().minus(net).minus(tax) : discount;
        return given.share(part.millionths(), quantity.millionths());
    }

    private Money asked() {
        return Money.worth(quantity, unitPrice, gross.currency());
    }
}
