package entrepot.trading.comparison;

import entrepot.trading.tearsheet.AccountCurve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Accounts on the days, UTC, on which each of them has a bar, all begun at 1 on the first of these. Of several bars of a day the last counts.
 *
 * @param days      00:00 of each, milliseconds of the epoch, rising
 * @param worth     by account, then day; {@code benchmarks} the same of what each is held against. Not a number of an account without money on the first day
 * @param leftOut   days between the first and the last that one of the accounts has, and another has not
 */
public record CommonDays(long[] days, double[][] worth, double[][] benchmarks, int leftOut) {

    private static final long DAY = 86_400_000;

    /** @param curves one or more */
    public static CommonDays of(List<AccountCurve> curves) {
        List<long[]> ofBars = curves.stream().map(CommonDays::ofBars).toList();
        List<int[]> lasts = ofBars.stream().map(CommonDays::lasts).toList();
        long[] common = days(ofBars.get(0), lasts.get(0));
        for (int at = 1; at < curves.size(); at++) {
            long[] its = days(ofBars.get(at), lasts.get(at));
            common = Arrays.stream(common).filter(day -> Arrays.binarySearch(its, day) >= 0).toArray();
        }
        double[][] worth = new double[curves.size()][];
        double[][] benchmarks = new double[curves.size()][];
        for (int at = 0; at < worth.length; at++) {
            int[] bars = bars(common, days(ofBars.get(at), lasts.get(at)), lasts.get(at));
            worth[at] = begunAt1(curves.get(at).worth(), bars);
            benchmarks[at] = begunAt1(curves.get(at).benchmark(), bars);
        }
        return new CommonDays(Arrays.stream(common).map(day -> day * DAY).toArray(), worth, benchmarks, leftOut(common, ofBars, lasts));
    }

    public int size() {
        return days.length;
    }

    /** The day of each bar. One within a day that ends at midnight belongs to the day before. */
    private static long[] ofBars(AccountCurve curve) {
        boolean timed = LongStream.of(curve.times()).anyMatch(time -> time % DAY != 0);
        return LongStream.of(curve.times()).map(time -> Math.floorDiv(timed ? time - 1 : time, DAY)).toArray();
    }

    /** The last bar of each day. */
    private static int[] lasts(long[] ofBars) {
        return IntStream.range(0, ofBars.length).filter(bar -> bar + 1 == ofBars.length || ofBars[bar] != ofBars[bar + 1]).toArray();
    }

    private static long[] days(long[] ofBars, int[] bars) {
        return IntStream.of(bars).mapToLong(bar -> ofBars[bar]).toArray();
    }

    private static int[] bars(long[] wanted, long[] days, int[] bars) {
        return Arrays.stream(wanted).mapToInt(day -> bars[Arrays.binarySearch(days, day)]).toArray();
    }

    private static double[] begunAt1(double[] worth, int[] bars) {
        return IntStream.of(bars).mapToDouble(bar -> worth[bars[0]] > 0 ? worth[bar] / worth[bars[0]] : Double.NaN).toArray();
    }

    private static int leftOut(long[] common, List<long[]> ofBars, List<int[]> lasts) {
        if (common.length == 0) {
            return 0;
        }
        long all = IntStream.range(0, ofBars.size()).boxed().flatMapToLong(at -> Arrays.stream(days(ofBars.get(at), lasts.get(at))))
                .filter(day -> day > common[0] && day < common[common.length - 1]).distinct().count();
        return (int) (all - Math.max(0, common.length - 2));
    }
}
