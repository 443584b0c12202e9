package entrepot.inventory.retail;

import entrepot.inventory.replenishment.LeadTime;
import entrepot.inventory.replenishment.Packing;
import entrepot.inventory.replenishment.ReplenishmentSettings;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;

/**
 * The declared rule that stands in for the purchases the files do not have.
 *
 * <ol>
 *   <li>Opening stock on the day an item first moves: what it sells in its first {@code openingDays}, at least one unit.
 *   <li>Every Monday the product's own policy looks at each item that moved, knowing only what was sold before that day,
 *       and orders from a supplier who delivers after {@code leadDays}.
 *   <li>A unit costs {@code costShare} of the median price of the item's first {@code priceDays} on sale.
 *   <li>Where the policy would have run out, a rescue covers what is missing, on the day and before the sale. Each sale
 *       line it takes part in counts as a stock-out of the policy.
 * </ol>
 * What looks ahead is the opening stock and the price of an item's first weeks, and nothing else.
 */
public record Buying(BigDecimal costShare, int leadDays, int openingDays, int priceDays, ReplenishmentSettings settings) {

    static final Packing SINGLE_UNITS = new Packing(Quantity.units(1), Quantity.ZERO);

    /** 0.60 of the median price of the first 28 days, delivered in 7 days, opened with 14 days, looked at once a week. */
    public static final Buying DECLARED =
            new Buying(new BigDecimal("0.60"), 7, 14, 28, weekly(ReplenishmentSettings.DEFAULT));

    private static ReplenishmentSettings weekly(ReplenishmentSettings usual) {
        return new ReplenishmentSettings(usual.windowDays(), usual.atLeastDays(), 7, usual.serviceLevel(), usual.orderCost(),
                usual.holdingRate(), usual.leastCoverDays(), usual.mostCoverDays(), usual.leadTimeSpread(), usual.learnFrom());
    }

    BigDecimal unitCost(BigDecimal medianPrice) {
        return costShare.multiply(medianPrice).setScale(6, RoundingMode.HALF_UP);
    }

    LeadTime leadTime(int receipts) {
        return LeadTime.of(leadDays, settings.leadTimeSpread(), Collections.nCopies(receipts, leadDays), settings.learnFrom());
    }
}
