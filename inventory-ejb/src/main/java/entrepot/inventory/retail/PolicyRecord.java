package entrepot.inventory.retail;

import java.util.List;

/**
 * How well the policy served.
 *
 * @param saleLines       lines sold
 * @param stockOuts       of these, lines for which the policy had too little on hand
 * @param unitsSold       units of all lines
 * @param unitsRescued    of these, units the policy did not have
 * @param unitsWrittenOff units written off that the policy did not have; no fault of the policy
 * @param orderLines      lines the policy ordered
 * @param unitsOrdered    units of these
 */
public record PolicyRecord(
        long saleLines,
        long stockOuts,
        long unitsSold,
        long unitsRescued,
        long unitsWrittenOff,
        long orderLines,
        long unitsOrdered) {

    /** Share of units sold from what the policy had bought. */
    public double fillRate() {
        return unitsSold == 0 ? 1 : 1 - (double) unitsRescued / unitsSold;
    }

    /** Share of lines sold without a rescue. */
    public double lineFillRate() {
        return saleLines == 0 ? 1 : 1 - (double) stockOuts / saleLines;
    }

    static final class Tally {
        private long saleLines;
        private long stockOuts;
        private long unitsSold;
        private long unitsRescued;
        private long unitsWrittenOff;
        private long orderLines;
        private long unitsOrdered;

        void sold(long units, long missing) {
            saleLines++;
            unitsSold += units;
            unitsRescued += missing;
            stockOuts += missing > 0 ? 1 : 0;
        }

        void writtenOff(long missing) {
            unitsWrittenOff += missing;
        }

        void ordered(List<Warehouse.Units> order) {
            orderLines += order.size();
            unitsOrdered += order.stream().mapToLong(Warehouse.Units::units).sum();
        }

        PolicyRecord record() {
            return new PolicyRecord(
                    saleLines, stockOuts, unitsSold, unitsRescued, unitsWrittenOff, orderLines, unitsOrdered);
        }
    }
}
