package entrepot.trading.screen;

import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Returns over the next bars, summed by day over all instruments, so that memory grows with days and not with instruments.
 *
 * <p>Instruments move together and windows overlap, so returns are no independent draws. A mean of {@code n} returns has the standard error
 * {@code √(Σ_d Σ_l w(l) u(d) u(d-l)) / n}, {@code u(d)} the sum of the returns of day d less the mean times their number,
 * {@code w(l) = 1 - |l| / (h + 1)} up to as many lags as bars ahead, h.
 *
 * @see "Newey and West, A Simple, Positive Semi-Definite, Heteroskedasticity and Autocorrelation Consistent Covariance Matrix, Econometrica 55(3), 1987"
 */
final class Afterwards {

    static final int[] AHEAD = {1, 5, 20};

    private final TreeMap<Long, Day[]> days = new TreeMap<>();

    /** Of one day and so many bars ahead. */
    private static final class Day {
        private final Sum isTrue = new Sum();
        private final Sum all = new Sum();

        private void add(double found, boolean condition) {
            all.add(found);
            if (condition) {
                isTrue.add(found);
            }
        }
    }

    private static final class Sum {
        private double sum;
        private int count;
        private int rose;

        private void add(double found) {
            sum += found;
            count++;
            rose += found > 0 ? 1 : 0;
        }
    }

    /** @param bars comparable over splits; @param condition at each of them; @param first bar at which it counts */
    void add(Bars bars, double[] condition, int first) {
        for (int at = first; at < bars.size() - 1; at++) {
            if (Double.isNaN(condition[at]) || !(bars.close(at) > 0)) {
                continue;
            }
            Day[] day = days.computeIfAbsent(bars.time(at), time -> new Day[] {new Day(), new Day(), new Day()});
            for (int which = 0; which < AHEAD.length; which++) {
                int then = at + AHEAD[which];
                if (then < bars.size() && bars.close(then) > 0) {
                    day[which].add(bars.close(then) / bars.close(at) - 1, condition[at] == 1);
                }
            }
        }
    }

    List<Forward> found() {
        List<Forward> found = new ArrayList<>();
        for (int which = 0; which < AHEAD.length; which++) {
            int of = which;
            found.add(forward(AHEAD[which], days.values().stream().map(day -> day[of]).toList()));
        }
        return found;
    }

    private static Forward forward(int ahead, List<Day> days) {
        List<Sum> condition = days.stream().map(day -> day.isTrue).toList();
        List<Sum> all = days.stream().map(day -> day.all).toList();
        double[] ofTrue = parts(condition);
        double[] ofAll = parts(all);
        double[] ofBoth = new double[ofAll.length];
        for (int day = 0; day < ofBoth.length; day++) {
            ofBoth[day] = ofTrue[day] - ofAll[day];
        }
        return new Forward(ahead, sample(condition, ofTrue, ahead), sample(all, ofAll, ahead), mean(condition) - mean(all),
                error(ofBoth, days(condition), ahead));
    }

    private static Forward.Sample sample(List<Sum> days, double[] parts, int ahead) {
        long count = count(days);
        return new Forward.Sample(count, days(days), mean(days), error(parts, days(days), ahead),
                days.stream().mapToLong(day -> day.rose).sum() / (double) count);
    }

    private static double mean(List<Sum> days) {
        return days.stream().mapToDouble(day -> day.sum).sum() / count(days);
    }

    private static long count(List<Sum> days) {
        return days.stream().mapToLong(day -> day.count).sum();
    }

    private static int days(List<Sum> days) {
        return (int) days.stream().filter(day -> day.count > 0).count();
    }

    /** What each day does to the mean. */
    private static double[] parts(List<Sum> days) {
        double mean = mean(days);
        long count = count(days);
        return days.stream().mapToDouble(day -> (day.sum - mean * day.count) / count).toArray();
    }

    private static double error(double[] parts, int days, int lags) {
        if (days < 2) {
            return Double.NaN;
        }
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double together = 0;
            for (int day = lag; day < parts.length; day++) {
                together += parts[day] * parts[day - lag];
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * together;
        }
        return Math.sqrt(Math.max(0, variance));
    }
}
