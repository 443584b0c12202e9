package entrepot.inventory.replenishment;

import java.util.List;

/**
 * Days from order to shelf.
 *
 * @param days     mean and variance
 * @param learnt   true when it comes from receipts, false when it is what the supplier states
 * @param receipts how many receipts it was learnt from, or how many there are so far
 */
public record LeadTime(Moments days, boolean learnt, int receipts) {

    /**
     * Learnt from what arrived once there are {@code enough} receipts; until then the stated days, which are a promise
     * and therefore given a deviation of {@code spread} times the mean. Orders still open are not counted, so a
     * supplier that has just become late is learnt late.
     *
     * @param arrived days from order to receipt of each purchase order line that came in
     * @param spread  share of the stated days, 0 or more, e.g. 0.25
     */
    public static LeadTime of(int statedDays, double spread, List<Integer> arrived, int enough) {
        if (arrived.size() >= enough) {
            double[] days = arrived.stream().mapToDouble(Integer::doubleValue).toArray();
            return new LeadTime(Moments.sample(days), true, arrived.size());
        }
        double deviation = spread * statedDays;
        return new LeadTime(new Moments(statedDays, deviation * deviation), false, arrived.size());
    }
}
