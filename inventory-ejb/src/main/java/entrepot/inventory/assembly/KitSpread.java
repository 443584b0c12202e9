package entrepot.inventory.assembly;

import entrepot.inventory.valuation.Allocation;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
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

    /** One amount a part, adding up to all of it. */
    public List<Money> spread(Money amount) {
        return Allocation.split(amount, weights);
    }
}
