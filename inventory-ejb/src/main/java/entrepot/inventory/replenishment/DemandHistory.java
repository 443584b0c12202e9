package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked of one item at one location, day by day. Days without a row since the first sale count as zero; days
 * before the first sale do not count. Sales of an empty shelf are not seen, so a stock-out makes demand look smaller.
 */
public final class DemandHistory {

    private final TreeMap<LocalDate, Quantity> days = new TreeMap<>();

    public DemandHistory(Collection<DemandDay> rows) {
        for (DemandDay row : rows) {
            if (row.units().millionths() != 0) {
                days.merge(row.day(), row.units(), Quantity::plus);
            }
        }
    }

    /**
     * Demand a day over the {@code window} days that end on {@code today}, or since the first sale where that is later.
     * A history of less than {@code atLeast} days is read as that many: the first sale of a new item is not its daily rate.
     * A short history gets at least the variance of a Poisson stream, since a few equal days prove nothing.
     */
    public Demand perDay(LocalDate today, int window, int atLeast) {
        Map<LocalDate, Quantity> seen = days.subMap(today.minusDays(window), false, today, true);
        int length = length(today, window);
        int read = Math.max(length, atLeast);
        double[] units = new double[read];
        int next = 0;
        for (Quantity sold : seen.values()) {
            units[next++] = Math.max(0, Units.of(sold));
        }
        Moments moments = Moments.sample(units);
        boolean thin = length < atLeast;
        if (thin) {
            moments = new Moments(moments.mean(), Math.max(moments.variance(), moments.mean()));
        }
        return new Demand(moments, length, thin, counted());
    }

    private int length(LocalDate today, int window) {
        if (days.isEmpty() || days.firstKey().isAfter(today)) {
            return 0;
        }
        return (int) Math.min(window, ChronoUnit.DAYS.between(days.firstKey(), today) + 1);
    }

    /** Every day so far was a whole number of units. */
    private boolean counted() {
        return days.values().stream().allMatch(units -> units.millionths() % 1_000_000 == 0);
    }
}
