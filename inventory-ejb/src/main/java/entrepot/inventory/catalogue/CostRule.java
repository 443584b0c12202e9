package entrepot.inventory.catalogue;

/**
 * How the items of a category are costed, where systems disagree.
 *
 * @param category      code, or null for all categories that have no rule of their own
 * @param averagePeriod one of {@link entrepot.inventory.valuation.AveragePeriod}
 * @param lateCost      one of {@link entrepot.inventory.valuation.LateCost}
 * @param belowZero     whether goods may leave that are not there yet
 * @param scope         one of {@link entrepot.inventory.valuation.CostingScope}, or null: as it is, of a new rule as of all others
 */
public record CostRule(String category, String averagePeriod, String lateCost, Boolean belowZero, String scope) {

    public CostRule valuedBy(String itsScope) {
        return new CostRule(category, averagePeriod, lateCost, belowZero, itsScope);
    }
}
