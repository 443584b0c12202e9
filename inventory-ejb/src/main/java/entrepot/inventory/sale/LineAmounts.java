package entrepot.inventory.sale;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;

/**
 * What a line comes to. Each figure is rounded once, half up, and they add up: {@code gross - discount = net},
 * {@code net + tax = total}.
 *
 * @param gross    price times quantity, without tax
 * @param discount without tax
 */
public record LineAmounts(Money gross, Money discount, Money net, Money tax) {

    /** @param rate share of the net amount, zero or more */
    public static LineAmounts of(Quantity quantity, BigDecimal unitPrice, Money discount, BigDecimal rate, boolean taxIncluded) {
        Money asked = Money.worth(quantity, unitPrice, discount.currency());
        return taxIncluded ? included(asked, discount, rate) : excluded(asked, discount, rate);
    }

    private static LineAmounts excluded(Money gross, Money discount, BigDecimal rate) {
        Money net = gross.minus(discount);
        Money tax = Money.rounded(net.decimal().multiply(rate), net.currency());
        return new LineAmounts(gross, discount, net, tax);
    }

    private static LineAmounts included(Money asked, Money discount, BigDecimal rate) {
        Money total = asked.minus(discount);
        Money net = withoutTax(total, rate);
        Money gross = withoutTax(asked, rate);
        return new LineAmounts(gross, gross.minus(net), net, total.minus(net));
    }

    private static Money withoutTax(Money amount, BigDecimal rate) {
        BigDecimal exact = amount.decimal().divide(BigDecimal.ONE.add(rate), 12, java.math.RoundingMode.HALF_UP);
        return Money.rounded(exact, amount.currency());
    }

    public Money total() {
        return net.plus(tax);
    }
}
