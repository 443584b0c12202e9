package entrepot.inventory.valuation;

import java.math.BigDecimal;

/**
 * What systems disagree on, chosen by name.
 *
 * @param period          of an average; the other flows know no period
 * @param mayGoBelowZero  whether goods may leave that are not there yet: at the last known cost, trued up by what comes next
 * @param initialUnitCost known before the first receipt, in major units; the standard cost of a {@link CostFlow#STANDARD}
 */
public record CostPolicy(
        CostFlow flow, AveragePeriod period, LateCost lateCost, boolean mayGoBelowZero, BigDecimal initialUnitCost) {

    /** Moving, replayed, never below zero, nothing known before. */
    public static CostPolicy of(CostFlow flow) {
        return new CostPolicy(flow, AveragePeriod.EVENT, LateCost.REPLAY, false, BigDecimal.ZERO);
    }

    public CostTerms terms() {
        return new CostTerms(flow, period);
    }

    public CostPolicy with(CostTerms other) {
        return new CostPolicy(other.flow(), other.period(), lateCost, mayGoBelowZero, initialUnitCost);
    }
}
