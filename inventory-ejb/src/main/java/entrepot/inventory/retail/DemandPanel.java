package entrepot.inventory.retail;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units asked for, by item and week. A sale that the customer cancelled on the same day was no demand, so both go; a
 * later cancellation was, and stands beside it. Rows without a price are no demand, and equal rows count once.
 *
 * <p>A cancellation goes with the latest sale of its day, not after it, that has the same customer, item, price and
 * quantity and went with no other.
 */
public final class DemandPanel {

    /**
     * How many rows each step leaves.
     *
     * @param rows               without the overlap of two files
     * @param stockItems         of these, of items kept in stock
     * @param priced             of these, with a price above zero
     * @param distinct           of these, not equal to an earlier one
     * @param saleUnits          units of the sale lines
     * @param cancelledUnits     units of all cancellation lines
     * @param sameDayCancelled   cancellations that went with a sale of their day
     * @param sameDayUnits       units of these
     * @param demandValue        price times units of the sale lines that stay
     */
    public record Counts(
            long rows,
            long stockItems,
            long priced,
            long distinct,
            long saleLines,
            long cancellationLines,
            long saleUnits,
            long cancelledUnits,
            long sameDayCancelled,
            long sameDayUnits,
            BigDecimal demandValue) {

        public long demandLines() {
            return saleLines - sameDayCancelled;
        }

        public long demandUnits() {
            return saleUnits - sameDayUnits;
        }

        public long laterCancellations() {
            return cancellationLines - sameDayCancelled;
        }

        public long laterUnits() {
            return cancelledUnits - sameDayUnits;
        }

        private Counts plus(Counts more) {
            return new Counts(rows + more.rows, stockItems + more.stockItems, priced + more.priced, distinct + more.distinct,
                    saleLines + more.saleLines, cancellationLines + more.cancellationLines, saleUnits + more.saleUnits,
                    cancelledUnits + more.cancelledUnits, sameDayCancelled + more.sameDayCancelled,
                    sameDayUnits + more.sameDayUnits, demandValue.add(more.demandValue));
        }
    }

    private final Map<String, Map<Integer, Long>> demand = new TreeMap<>();
    private final Map<String, Map<Integer, Long>> cancelledLater = new TreeMap<>();
    private Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);
    private LocalDate weekZero;
    private LocalDate lastDay;

    public void add(RetailDay day) {
        if (weekZero == null) {
            weekZero = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        lastDay = day.date();
        List<RetailRow> sales = rows(day, false);
        List<RetailRow> cancellations = rows(day, true);
        List<RetailRow> open = new ArrayList<>(sales);
        List<RetailRow> later = new ArrayList<>();
        for (RetailRow cancellation : cancellations) {
            int place = saleOf(cancellation, open);
            if (place < 0) {
                later.add(cancellation);
            } else {
                open.remove(place);
            }
        }
        int week = (int) ChronoUnit.WEEKS.between(weekZero, day.date());
        open.forEach(row -> add(demand, row, week));
        later.forEach(row -> add(cancelledLater, row, week));
        counts = counts.plus(new Counts(
                rows(day), stockItems(day), priced(day), (long) sales.size() + cancellations.size(), sales.size(), cancellations.size(),
                units(sales), units(cancellations), cancellations.size() - later.size(),
                units(sales) - units(open), value(open)));
    }

    private static void add(Map<String, Map<Integer, Long>> panel, RetailRow row, int week) {
        panel.computeIfAbsent(row.sku(), sku -> new TreeMap<>()).merge(week, row.units(), Long::sum);
    }

    private static int saleOf(RetailRow cancellation, List<RetailRow> sales) {
        for (int place = sales.size() - 1; cancellation.hasCustomer() && place >= 0; place--) {
            RetailRow sale = sales.get(place);
            if (sale.sku().equals(cancellation.sku())
                    && sale.customer().equals(cancellation.customer())
                    && sale.units() == cancellation.units()
                    && sale.price().equals(cancellation.price())
                    && !sale.at().isAfter(cancellation.at())) {
                return place;
            }
        }
        return -1;
    }

    private static List<RetailRow> rows(RetailDay day, boolean cancelled) {
        return day.rows().stream()
                .filter(DemandPanel::counts)
                .filter(sorted -> isPriced(sorted) && !sorted.repeats())
                .map(SortedRow::row)
                .filter(row -> row.isCancellation() == cancelled)
                .toList();
    }

    private static boolean counts(SortedRow sorted) {
        return sorted.fate() != Fate.OVERLAP && !sorted.line().isBroken();
    }

    private static boolean isPriced(SortedRow sorted) {
        return sorted.row().isStockItem() && sorted.row().price().signum() > 0;
    }

    private static long rows(RetailDay day) {
        return day.rows().stream().filter(sorted -> sorted.fate() != Fate.OVERLAP).count();
    }

    private static long stockItems(RetailDay day) {
        return day.rows().stream().filter(DemandPanel::counts).filter(sorted -> sorted.row().isStockItem()).count();
    }

    private static long priced(RetailDay day) {
        return day.rows().stream().filter(DemandPanel::counts).filter(DemandPanel::isPriced).count();
    }

    private static long units(List<RetailRow> rows) {
        return rows.stream().mapToLong(RetailRow::units).sum();
    }

    private static BigDecimal value(List<RetailRow> rows) {
        return rows.stream()
                .map(row -> row.price().multiply(BigDecimal.valueOf(row.units())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Counts counts() {
        return counts;
    }

    /** The Monday on which week 0 begins; null before the first day. */
    public LocalDate weekZero() {
        return weekZero;
    }

    /** Whole weeks, Monday to Sunday; what follows the last one is not in the panel. */
    public int weeks() {
        return weekZero == null ? 0 : (int) ChronoUnit.WEEKS.between(weekZero, lastDay.plusDays(1));
    }

    /** Units by item, one place a whole week; an item without any demand is not there. */
    public Map<String, long[]> weekly() {
        return weekly(demand);
    }

    /** Units cancelled after the day of their sale, by the week of the cancellation, of the items with demand. */
    public Map<String, long[]> weeklyLaterCancellations() {
        Map<String, long[]> weekly = weekly(cancelledLater);
        weekly.keySet().retainAll(demand.keySet());
        return weekly;
    }

    private Map<String, long[]> weekly(Map<String, Map<Integer, Long>> panel) {
        Map<String, long[]> weekly = new TreeMap<>();
        panel.forEach((sku, byWeek) -> {
            long[] units = new long[weeks()];
            byWeek.forEach((week, sum) -> {
                if (week < units.length) {
                    units[week] = sum;
                }
            });
            weekly.put(sku, units);
        });
        return weekly;
    }
}
