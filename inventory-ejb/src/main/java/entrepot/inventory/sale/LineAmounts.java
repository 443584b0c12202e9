package entrepot.inventory.sale;

import entrepot.inventory.tax.RunningTax;
import entrepot.inventory.tax.TaxRounding;
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
        return of(quantity, unitPrice, discount, null, rate, taxIncluded, new RunningTax(TaxRounding.LINE));
    }

    /** @param document whose earlier lines were worked out by it */
    public static LineAmounts of(
            Quantity quantity, BigDecimal unitPrice, Money discount, String code, BigDecimal rate, boolean taxIncluded, RunningTax document) {
        Money asked = Money.worth(quantity, unitPrice, discount.currency());
        if (!taxIncluded) {
            Money net = asked.minus(discount);
            return new LineAmounts(asked, discount, net, document.on(code, rate, net));
        }
        Money total = asked.minus(discount);
        Money net = document.without(code, rate, total);
        Money gross = discount.isZero() ? net : new RunningTax(TaxRounding.LINE).without(code, rate, asked);
        return new LineAmounts(gross, gross.minus(net), net, total.minus(net));
    }

    public Money total() {
        return net.plus(tax);
    }
}
