package entrepot.inventory.assembly;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Spreads what a kit is sold for over its parts, by what they are worth beside each other. */
public final class KitSpread {

    private final List<BigDecimal> weights;

    private KitSpread(List<BigDecimal> weights) {
        this.weights = weights;
    }

    /** @param prices of a unit of each part; where one is missing, all count by quantity */
    public static KitSpread of(List<Quantity> quantities, List<BigDecimal> prices) {
        boolean known = prices.stream().allMatch(price -> price != null && price.signum() > 0);
        List<BigDecimal> weights = new ArrayList<>();
        for (int part = 0; part < quantities.size(); part++) {
            weights.add(known ? quantities.get(part).decimal().multiply(prices.get(part)) : quantities.get(part).decimal());
        }
        return new KitSpread(weights);
    }

    /** One amount a part, adding up to all of it; the last takes the remainder. */
    public List<Money> spread(Money amount) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> parts = new ArrayList<>();
        Money left = amount;
        for (int part = 0; part < weights.size() - 1; part++) {
            Money share = Money.rounded(amount.decimal().multiply(weights.get(part)).divide(all, 12, RoundingMode.HALF_UP), amount.currency());
            Money taken = share.minus(left).isNegative() ? share : left;
            parts.add(taken);
            left = left.minus(taken);
        }
        parts.add(left);
        return parts;
    }
}
