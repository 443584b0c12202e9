package entrepot.trading.evidence;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether positions knew anything of the returns they were held in: the same positions in another order do as well by luck.
 *
 * @param statistic  mean of position times return
 * @param nullMean   the same over all orders seen
 * @param pValue     share of orders that do as well or better; with draws, the order that was counts as one of them
 * @param orders     all different ones where exact, else draws
 * @param seed       0 where nothing was drawn
 * @see "Masters, Monte-Carlo Evaluation of Trading Systems, 2006; Aronson, Evidence-Based Technical Analysis, 1st ed. 2006, chapter 5"
 */
public record Permutation(double statistic, double nullMean, double pValue, long orders, long seed) {

    /** What rounding may make of equal sums. */
    private static final double EQUAL = 1e-12;

    /** By draws, for series of any length. @param positions held in each period, 1, 0, -1 or any size; as many as returns */
    public static Permutation drawn(double[] returns, double[] positions, int draws, long seed) {
        sameLength(returns, positions);
        if (draws < 1) {
            throw new IllegalArgumentException(draws + " draws, must be 1 or more");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double seen = mean(returns, positions);
        double least = least(returns, positions, seen);
        double[] shuffled = positions.clone();
        long better = 0;
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            double other = shuffledMean(returns, shuffled, random);
            better += other >= least ? 1 : 0;
            sum += other;
        }
        return new Permutation(seen, sum / draws, (better + 1) / (draws + 1.0), draws, seed);
    }

    /**
     * As above, of many instruments: what was held of all of them at one time stays together.
     *
     * @param returns   of each period a row with each instrument; @param positions as many
     */
    public static Permutation drawn(double[][] returns, double[][] positions, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double seen = 0;
        double size = 0;
        for (int at = 0; at < returns.length; at++) {
            sameLength(returns[at], positions[at]);
            seen += product(returns[at], positions[at]) / returns.length;
            for (int one = 0; one < returns[at].length; one++) {
                size += Math.abs(returns[at][one] * positions[at][one]) / returns.length;
            }
        }
        double[][] shuffled = positions.clone();
        long better = 0;
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            double other = 0;
            for (int at = shuffled.length - 1; at >= 0; at--) {
                int from = random.nextInt(at + 1);
                double[] drawn = shuffled[from];
                shuffled[from] = shuffled[at];
                shuffled[at] = drawn;
                other += product(returns[at], drawn) / returns.length;
            }
            better += other >= seen - EQUAL * size ? 1 : 0;
            sum += other;
        }
        return new Permutation(seen, sum / draws, (better + 1) / (draws + 1.0), draws, seed);
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    /** Fisher and Yates, added up on the way. */
    private static double shuffledMean(double[] returns, double[] positions, SplittableRandom random) {
        double sum = 0;
        for (int at = positions.length - 1; at >= 0; at--) {
            int from = random.nextInt(at + 1);
            double drawn = positions[from];
            positions[from] = positions[at];
            positions[at] = drawn;
            sum += drawn * returns[at];
        }
        return sum / positions.length;
    }

    /** By all different orders; their number grows so fast that it is for a dozen periods. */
    public static Permutation exact(double[] returns, double[] positions) {
        sameLength(returns, positions);
        double seen = mean(returns, positions);
        double least = least(returns, positions, seen);
        double[] order = positions.clone();
        Arrays.sort(order);
        long orders = 0;
        long better = 0;
        double sum = 0;
        do {
            double other = mean(returns, order);
            orders++;
            better += other >= least ? 1 : 0;
            sum += other;
        } while (next(order));
        return new Permutation(seen, sum / orders, better / (double) orders, orders, 0);
    }

    /** The next order of the same numbers in lexicographic order; equal ones are not told apart. */
    private static boolean next(double[] order) {
        int at = order.length - 2;
        while (at >= 0 && order[at] >= order[at + 1]) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        int with = order.length - 1;
        while (order[with] <= order[at]) {
            with--;
        }
        swap(order, at, with);
        for (int from = at + 1, to = order.length - 1; from < to; from++, to--) {
            swap(order, from, to);
        }
        return true;
    }

    private static void swap(double[] order, int one, int other) {
        double kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    private static double mean(double[] returns, double[] positions) {
        double sum = 0;
        for (int at = 0; at < returns.length; at++) {
            sum += returns[at] * positions[at];
        }
        return sum / returns.length;
    }

    private static double least(double[] returns, double[] positions, double seen) {
        double size = 0;
        for (int at = 0; at < returns.length; at++) {
            size += Math.abs(returns[at] * positions[at]);
        }
        return seen - EQUAL * size / returns.length;
    }

    private static void sameLength(double[] returns, double[] positions) {
        if (returns.length != positions.length || returns.length < 1) {
            throw new IllegalArgumentException(returns.length + " returns and " + positions.length + " positions, must be as many, 1 or more");
        }
    }
}
