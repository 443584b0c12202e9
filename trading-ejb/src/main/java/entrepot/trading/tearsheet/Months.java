package entrepot.trading.tearsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Returns by calendar month and year, UTC, as a table: the months of a year multiply to the year, the years to the whole return. */
public final class Months {

    private static final int A_YEAR = 12;

    private Months() {}

    /**
     * A row of the table.
     *
     * @param months January first; not a number of a month without bars, and where nothing was left before it
     * @param total  of the year, {@code benchmark} the same of the benchmark
     */
    public record Year(int year, double[] months, double total, double benchmark) {}

    /** In order; a year without bars has a row too. */
    public static List<Year> of(AccountCurve curve) {
        int first = year(curve.times()[0]);
        int count = year(curve.times()[curve.size() - 1]) - first + 1;
        double[] worth = ends(curve.times(), curve.worth(), first, count);
        double[] benchmark = ends(curve.times(), curve.benchmark(), first, count);
        List<Year> years = new ArrayList<>();
        double before = curve.start();
        double benchmarkBefore = curve.start();
        for (int year = 0; year < count; year++) {
            double[] months = new double[A_YEAR];
            double begin = before;
            double benchmarkBegin = benchmarkBefore;
            for (int month = 0; month < A_YEAR; month++) {
                int at = year * A_YEAR + month;
                months[month] = gained(before, worth[at]);
                before = Double.isNaN(worth[at]) ? before : worth[at];
                benchmarkBefore = Double.isNaN(benchmark[at]) ? benchmarkBefore : benchmark[at];
            }
            years.add(new Year(first + year, months, gained(begin, before), gained(benchmarkBegin, benchmarkBefore)));
        }
        return List.copyOf(years);
    }

    /** The last value of each month; not a number of one without bars. */
    private static double[] ends(long[] times, double[] values, int firstYear, int years) {
        double[] ends = new double[years * A_YEAR];
        Arrays.fill(ends, Double.NaN);
        for (int bar = 0; bar < times.length; bar++) {
            LocalDate day = day(times[bar]);
            ends[(day.getYear() - firstYear) * A_YEAR + day.getMonthValue() - 1] = values[bar];
        }
        return ends;
    }

    private static double gained(double before, double now) {
        return before > 0 ? now / before - 1 : Double.NaN;
    }

    private static int year(long time) {
        return day(time).getYear();
    }

    private static LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
