package entrepot.trading.allocation;

import java.util.Arrays;

/**
 * The weights of which each brings the same part of the variance: those with the least {@code x'Σx / 2 - Σ ln(x) / n}, brought to a sum of 1.
 * One coordinate after the other is put where it is best, until all parts are the same.
 *
 * @see "Spinu, An Algorithm for Computing Risk Parity Weights, SSRN 2297383, 2013; Griveau-Billion, Richard and Roncalli, A Fast Algorithm for
 *     Computing High-dimensional Risk Parity Portfolios, arXiv 1311.4057, 2013"
 */
final class RiskParity {

    private static final double EQUAL = 1e-13;
    /** Two that cancel each other out have no answer; then it is as near as this many rounds come. */
    private static final int MOST_ROUNDS = 20_000;

    private RiskParity() {}

    static double[] of(double[][] covariance) {
        double[][] correlation = Covariance.correlation(covariance);
        double[] deviations = Covariance.deviations(covariance);
        double part = 1.0 / deviations.length;
        double[] sizes = new double[deviations.length];
        Arrays.fill(sizes, Math.sqrt(part));
        for (int round = 0; round < MOST_ROUNDS && off(sizes, correlation, part) > EQUAL; round++) {
            for (int at = 0; at < sizes.length; at++) {
                double others = Covariance.product(correlation[at], sizes) - sizes[at];
                sizes[at] = (Math.sqrt(others * others + 4 * part) - others) / 2;
            }
        }
        for (int at = 0; at < sizes.length; at++) {
            sizes[at] /= deviations[at];
        }
        return Construction.normed(sizes);
    }

    /** How far a part of the variance is from what it should be, at most. */
    private static double off(double[] sizes, double[][] correlation, double part) {
        double most = 0;
        for (int at = 0; at < sizes.length; at++) {
            most = Math.max(most, Math.abs(sizes[at] * Covariance.product(correlation[at], sizes) - part));
        }
        return most;
    }
}
