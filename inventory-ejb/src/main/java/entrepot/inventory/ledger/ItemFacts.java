package entrepot.inventory.ledger;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.Sku;
import java.time.LocalDate;

/**
 * What the ledger needs to know of an item.
 *
 * @param turned whether it came to its terms prospectively, so that earlier days are costed by others
 */
public record ItemFacts(Sku sku, CostPolicy policy, long category, boolean active, Tracking tracking, CostingScope scope, boolean turned) {

    /** Of an item that is not kept by lot. */
    public ItemFacts(Sku sku, CostPolicy policy, long category, boolean active) {
        this(sku, policy, category, active, Tracking.NONE, CostingScope.LOCATION, false);
    }

    ItemFacts with(CostPolicy other) {
        return new ItemFacts(sku, other, category, active, tracking, scope, turned);
    }

    ItemFacts turningTo(CostTerms terms) {
        return new ItemFacts(sku, policy.with(terms), category, active, tracking, scope, true);
    }

    /** The first day that may be costed together with {@code day}. */
    LocalDate costedFrom(LocalDate day) {
        return turned ? AveragePeriod.MONTH.start(day) : policy.period().start(day);
    }
}
