package entrepot.trading.evidence;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What an account gained from month to month, UTC: small enough to keep of every trial, and enough to see which trials are much
 * the same.
 *
 * @param first   months since January of year 0
 * @param returns of that month and those after it; 0 of a month without bars
 */
public record MonthlyReturns(int first, double[] returns) {

    private static final int FEWEST = 12;

    /** @param times milliseconds of the epoch; @param worth at them */
    public static MonthlyReturns of(long[] times, double[] worth) {
        int first = month(times[0]);
        double[] last = new double[month(times[times.length - 1]) - first + 1];
        Arrays.fill(last, Double.NaN);
        for (int at = 0; at < times.length; at++) {
            last[month(times[at]) - first] = worth[at];
        }
        double before = worth[0];
        double[] returns = new double[last.length];
        for (int at = 0; at < last.length; at++) {
            double now = Double.isNaN(last[at]) ? before : last[at];
            returns[at] = before > 0 ? now / before - 1 : 0;
            before = now;
        }
        return new MonthlyReturns(first, returns);
    }

    private static int month(long time) {
        YearMonth month = YearMonth.from(Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC));
        return 12 * month.getYear() + month.getMonthValue() - 1;
    }

    public YearMonth firstMonth() {
        return YearMonth.of(0, 1).plusMonths(first);
    }

    /** Over the months of both; not a number where these are fewer than {@value #FEWEST} or one of them did not move. */
    public double correlation(MonthlyReturns other) {
        int from = Math.max(first, other.first);
        int count = Math.min(first + returns.length, other.first + other.returns.length) - from;
        if (count < FEWEST) {
            return Double.NaN;
        }
        double[] one = Arrays.copyOfRange(returns, from - first, from - first + count);
        double[] two = Arrays.copyOfRange(other.returns, from - other.first, from - other.first + count);
        return Correlation.of(one, two);
    }
}
