package entrepot.trading.allocation;

import java.util.stream.IntStream;

/**
 * The weights of 0 or more that add up to 1 and have the least variance. They are found as {@code x} of 0 or more with the least
 * {@code x'Σx / 2 - Σ x}, brought to a sum of 1, by the active sets of Lawson and Hanson, which ends after finitely many.
 *
 * @see "Markowitz, Portfolio Selection, J. Finance 7(1), 1952; Lawson and Hanson, Solving Least Squares Problems, 1st ed. 1974, chapter 23"
 */
final class MinimumVariance {

    /** Added to each variance as a share of the mean one, so that two that are the same have an answer. */
    private static final double RIDGE = 1e-11;
    private static final double NOTHING = 1e-10;
    /** For each instrument; it takes one or two, but rounding could turn in a circle where some cancel each other out. */
    private static final int MOST_ROUNDS = 10;

    private final double[][] matrix;
    private final double[] found;
    private final boolean[] free;

    private MinimumVariance(double[][] covariance) {
        int count = covariance.length;
        double mean = 0;
        for (int at = 0; at < count; at++) {
            mean += covariance[at][at] / count;
        }
        matrix = new double[count][count];
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < count; other++) {
                matrix[one][other] = covariance[one][other] / mean + (one == other ? RIDGE : 0);
            }
        }
        found = new double[count];
        free = new boolean[count];
    }

    static double[] of(double[][] covariance) {
        MinimumVariance search = new MinimumVariance(covariance);
        int rounds = MOST_ROUNDS * covariance.length;
        for (int enters = search.steepest(); enters >= 0 && rounds > 0; enters = search.steepest(), rounds--) {
            search.free[enters] = true;
            search.settle();
        }
        return Construction.normed(search.found);
    }

    /** The instrument at 0 that would bring most, or -1. */
    private int steepest() {
        int steepest = -1;
        double most = NOTHING;
        for (int at = 0; at < found.length; at++) {
            double gain = 1 - Covariance.product(matrix[at], found);
            if (!free[at] && gain > most) {
                steepest = at;
                most = gain;
            }
        }
        return steepest;
    }

    /** Goes to the best of those that are free, and takes out each that would fall below 0 on the way. */
    private void settle() {
        double[] best = best();
        for (int blocks = blocking(best); blocks >= 0; blocks = blocking(best)) {
            double way = found[blocks] / (found[blocks] - best[blocks]);
            for (int at = 0; at < found.length; at++) {
                found[at] += way * (best[at] - found[at]);
            }
            found[blocks] = 0;
            free[blocks] = false;
            best = best();
        }
        System.arraycopy(best, 0, found, 0, found.length);
    }

    private int blocking(double[] best) {
        int first = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int at = 0; at < found.length; at++) {
            double way = free[at] && best[at] <= 0 ? found[at] / (found[at] - best[at]) : Double.POSITIVE_INFINITY;
            if (way < shortest) {
                first = at;
                shortest = way;
            }
        }
        return first;
    }

    /** Where no bound matters: the solution of {@code Σ x = 1} over those that are free, by Cholesky. */
    private double[] best() {
        int[] at = IntStream.range(0, found.length).filter(one -> free[one]).toArray();
        double[][] lower = new double[at.length][at.length];
        double[] solved = new double[at.length];
        for (int row = 0; row < at.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[at[row]][at[column]];
                for (int before = 0; before < column; before++) {
                    rest -= lower[row][before] * lower[column][before];
                }
                lower[row][column] = row == column ? Math.sqrt(Math.max(rest, RIDGE)) : rest / lower[column][column];
            }
            double right = 1;
            for (int before = 0; before < row; before++) {
                right -= lower[row][before] * solved[before];
            }
            solved[row] = right / lower[row][row];
        }
        double[] best = new double[found.length];
        for (int row = at.length - 1; row >= 0; row--) {
            for (int after = row + 1; after < at.length; after++) {
                solved[row] -= lower[after][row] * solved[after];
            }
            solved[row] /= lower[row][row];
            best[at[row]] = solved[row];
        }
        return best;
    }
}
