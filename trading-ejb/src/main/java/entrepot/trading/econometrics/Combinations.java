package entrepot.trading.econometrics;

/**
 * How many combinations of series come back, by {@link Johansen} with a constant: the first number that is not refused. The tables of MacKinnon, Haug
 * and Michelis for a constant are of series that drift. Of three random walks without a drift they find a combination at 95 % nearly twice as often
 * as they say, so the values here are of walks without one; where there is one, they find fewer.
 *
 * @see "the case: Osterwald-Lenum, A Note with Quantiles of the Asymptotic Distribution, Oxford Bulletin of Economics and Statistics 54(3), 1992, table
 *     1.1, whose values up to five series are within 3 % of these. Worked out again from 100,000 random walks of 1,000 steps for each number, as his
 *     rest on 6,000 of 400, and what is passed on of him for six is not above what he has for five as it should be"
 */
public final class Combinations {

    /** By walks that are left: 90, 95 and 99 %. */
    private static final double[][] TRACE = {{6.57, 8.20, 11.86}, {15.86, 18.08, 22.92}, {29.02, 31.86, 37.76}, {46.27, 49.76, 56.88}, {67.50, 71.66, 79.78},
        {92.74, 97.47, 106.80}};
    private static final double[][] LARGEST = {{6.57, 8.20, 11.86}, {13.04, 15.04, 19.29}, {19.23, 21.47, 26.26}, {25.37, 27.86, 33.07}, {31.44, 34.10, 39.63},
        {37.48, 40.28, 46.10}};

    private Combinations() {}

    /** @param level 0 of 90 %, 1 of 95 %, 2 of 99 % */
    public static int byTrace(Johansen found, int level) {
        return count(found, found.trace(), TRACE, level);
    }

    /** By the largest eigenvalue. */
    public static int byLargest(Johansen found, int level) {
        return count(found, found.largest(), LARGEST, level);
    }

    private static int count(Johansen found, double[] statistics, double[][] critical, int level) {
        if (found.order() != 0 || statistics.length > critical.length) {
            throw new IllegalArgumentException("order is " + found.order() + ", series are " + statistics.length + ", must be 0 and " + critical.length + " at most");
        }
        int count = 0;
        while (count < statistics.length && statistics[count] > critical[statistics.length - count - 1][level]) {
            count++;
        }
        return count;
    }
}
