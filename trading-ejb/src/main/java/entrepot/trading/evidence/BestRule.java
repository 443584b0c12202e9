package entrepot.trading.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the best of many rules beats a benchmark, or is the best of many without any merit. A p-value is the share of
 * bootstrapped samples, moved so that no rule has merit, in which the best did better.
 *
 * @param best        its number, from 0
 * @param gain        its mean gain over the benchmark
 * @param reality     White's reality check
 * @param superior    Hansen's test of superior predictive ability, consistent: rules far below the benchmark do not count
 * @param liberal     the same where no rule below it counts, never above {@code superior}
 * @param conservative the same where all count, never below it
 * @param draws       samples drawn
 * @param seed        what they were drawn with
 * @see "White, A Reality Check for Data Snooping, Econometrica 68(5), 2000; Hansen, A Test for Superior Predictive Ability,
 *     J. Business and Economic Statistics 23(4), 2005"
 */
public record BestRule(int best, double gain, double reality, double superior, double liberal, double conservative, int draws,
        long seed) {

    /**
     * @param gains   by observation, then rule: what it gained more than the benchmark
     * @param restart one over the mean length of a block; White and Hansen use 0.1 and more
     */
    public static BestRule of(double[][] gains, double restart, int draws, long seed) {
        refuse(gains, draws);
        int size = gains.length;
        int rules = gains[0].length;
        StationaryBootstrap bootstrap = new StationaryBootstrap(size, restart);
        List<Contest.Rule> found = new ArrayList<>();
        double[] column = new double[size];
        for (int rule = 0; rule < rules; rule++) {
            for (int at = 0; at < size; at++) {
                column[at] = gains[at][rule];
            }
            found.add(new Contest.Rule(rule, Moments.of(column).mean(), Math.sqrt(Math.max(0, bootstrap.variance(column)))));
        }
        found.sort(Comparator.comparingDouble(Contest.Rule::mean).reversed());
        int[] numbers = found.stream().mapToInt(Contest.Rule::number).toArray();
        return new Contest(found, size).run(new BlockSums(gains, numbers, restart), draws, seed);
    }

    private static void refuse(double[][] gains, int draws) {
        if (gains.length < 2 || gains[0].length < 1 || draws < 1) {
            throw new IllegalArgumentException(gains.length + " observations, " + draws + " draws; must be 2 or more of 1 rule or more, and 1 or more");
        }
        for (int at = 0; at < gains.length; at++) {
            if (gains[at].length != gains[0].length) {
                throw new IllegalArgumentException("observation " + at + " has " + gains[at].length + " rules, the first has " + gains[0].length);
            }
        }
    }
}
