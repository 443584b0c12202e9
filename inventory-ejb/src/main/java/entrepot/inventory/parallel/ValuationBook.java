package entrepot.inventory.parallel;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.LateCost;

/**
 * How a book costs what moved.
 *
 * @param averagePeriod of a book at average cost
 * @param lateCost      what becomes of costs that are learnt when some of the goods have left
 */
public record ValuationBook(String code, String name, CostFlow costing, AveragePeriod averagePeriod, LateCost lateCost) {

    /** Reads what was said of a new book. @return null where something is wrong with it, which is in {@code flaws} */
    public static ValuationBook read(String code, String name, String costing, String averagePeriod, String lateCost, Flaws flaws) {
        String known = flaws.code("code", code, 16);
        String called = flaws.name("name", name, 200);
        CostFlow flow = flaws.oneOf("costing", costing, CostFlow.INTERCHANGEABLE);
        AveragePeriod period = averagePeriod == null
                ? AveragePeriod.EVENT : flaws.oneOf("averagePeriod", averagePeriod, AveragePeriod.class);
        LateCost late = lateCost == null ? LateCost.REPLAY : flaws.oneOf("lateCost", lateCost, LateCost.class);
        return flaws.found().isEmpty() ? new ValuationBook(known, called, flow, period, late) : null;
    }

    /** What an item is costed by in this book. One at a standard or by lot stays so, and what may go below zero still may. */
    public CostPolicy of(CostPolicy statutory) {
        return !CostFlow.INTERCHANGEABLE.contains(statutory.flow())
                ? statutory
                : new CostPolicy(costing, averagePeriod, lateCost, statutory.mayGoBelowZero(), statutory.initialUnitCost());
    }
}
