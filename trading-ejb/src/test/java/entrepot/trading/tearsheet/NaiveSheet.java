package entrepot.trading.tearsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same figures again, slowly and in another way. */
final class NaiveSheet {

    private static final MathContext DIGITS = new MathContext(40);

    private NaiveSheet() {}

    /** What was left at the end of each month that has bars. */
    private static Map<YearMonth, Double> ends(AccountCurve curve) {
        Map<YearMonth, Double> ends = new TreeMap<>();
        for (int bar = 0; bar < curve.size(); bar++) {
            ends.put(YearMonth.from(Instant.ofEpochMilli(curve.times()[bar]).atOffset(ZoneOffset.UTC)), curve.worth()[bar]);
        }
        return ends;
    }

    /** Of a month without bars not a number. */
    static double month(AccountCurve curve, YearMonth month) {
        Map<YearMonth, Double> ends = ends(curve);
        return ends.containsKey(month) ? ends.get(month) / lastBefore(curve, ends, month) - 1 : Double.NaN;
    }

    static double year(AccountCurve curve, int year) {
        Map<YearMonth, Double> ends = ends(curve);
        return lastBefore(curve, ends, YearMonth.of(year + 1, 1)) / lastBefore(curve, ends, YearMonth.of(year, 1)) - 1;
    }

    private static double lastBefore(AccountCurve curve, Map<YearMonth, Double> ends, YearMonth month) {
        double last = curve.start();
        for (Map.Entry<YearMonth, Double> end : ends.entrySet()) {
            last = end.getKey().isBefore(month) ? end.getValue() : last;
        }
        return last;
    }

    /** Mean and deviation in decimals of forty digits, by sums of squares. */
    static double[] rolling(double[] worth, int window, int bar, double barsPerYear) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int at = bar - window + 1; at <= bar; at++) {
            BigDecimal gained = new BigDecimal(worth[at]).divide(new BigDecimal(worth[at - 1]), DIGITS).subtract(BigDecimal.ONE);
            sum = sum.add(gained);
            squares = squares.add(gained.multiply(gained, DIGITS));
        }
        BigDecimal count = BigDecimal.valueOf(window);
        BigDecimal variance = squares.subtract(sum.multiply(sum).divide(count, DIGITS)).divide(BigDecimal.valueOf(window - 1), DIGITS);
        double deviation = variance.max(BigDecimal.ZERO).sqrt(DIGITS).doubleValue();
        return new double[] {sum.divide(count, DIGITS).doubleValue() / deviation * Math.sqrt(barsPerYear), deviation * Math.sqrt(barsPerYear)};
    }

    /** Every fall by looking back from each bar at all that came before. */
    static List<Decline> declines(double start, double[] worth) {
        List<Decline> all = new ArrayList<>();
        int bar = 0;
        while (bar < worth.length) {
            int top = highest(start, worth, bar);
            double high = top < 0 ? start : worth[top];
            if (worth[bar] >= high) {
                bar++;
                continue;
            }
            int end = bar;
            int bottom = bar;
            while (end < worth.length && worth[end] < high) {
                bottom = worth[end] < worth[bottom] ? end : bottom;
                end++;
            }
            all.add(new Decline(top, bottom, end == worth.length ? -1 : end, 1 - worth[bottom] / high));
            bar = end;
        }
        return all;
    }

    /** The last of the highest points before a bar. */
    private static int highest(double start, double[] worth, int before) {
        int top = -1;
        for (int at = 0; at < before; at++) {
            top = worth[at] >= (top < 0 ? start : worth[top]) ? at : top;
        }
        return top;
    }
}
