package entrepot.inventory.tax;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Tax of a document line by line, rounded by line or by document: line by line it is what the sum of its rate grows by. */
public final class RunningTax {

    private final TaxRounding rounding;
    private final Map<String, Money> sums = new HashMap<>();

    public RunningTax(TaxRounding rounding) {
        this.rounding = rounding;
    }

    /** On an amount without tax. @param code whose lines belong together */
    public Money on(String code, BigDecimal rate, Money net) {
        return grown("on " + code + ' ' + rate.stripTrailingZeros(), net, sum -> Money.rounded(sum.decimal().multiply(rate), sum.currency()));
    }

    /** In an amount with tax: what it is without. */
    public Money without(String code, BigDecimal rate, Money total) {
        return grown("in " + code + ' ' + rate.stripTrailingZeros(), total, sum -> Money.rounded(
                sum.decimal().divide(BigDecimal.ONE.add(rate), 12, RoundingMode.HALF_UP), sum.currency()));
    }

    private interface Figure {
        Money of(Money sum);
    }

    private Money grown(String group, Money amount, Figure figure) {
        if (rounding == TaxRounding.LINE) {
            return figure.of(amount);
        }
        Money before = sums.getOrDefault(group, Money.zero(amount.currency()));
        Money after = before.plus(amount);
        sums.put(group, after);
        return figure.of(after).minus(figure.of(before));
    }
}
