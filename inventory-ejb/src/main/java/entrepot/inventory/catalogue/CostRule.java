package entrepot.inventory.catalogue;

/**
 * How the items of a category are costed, where systems disagree.
 *
 * @param category      code, or null for all categories that have no rule of their own
 * @param averagePeriod one of {@link entrepot.inventory.valuation.AveragePeriod}
 * @param lateCost      one of {@link entrepot.inventory.valuation.LateCost}
 * @param belowZero     whether goods may leave that are not there yet
 */
public record CostRule(String category, String averagePeriod, String lateCost, Boolean belowZero) {}
