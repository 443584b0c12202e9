package entrepot.trading.evidence;

import java.util.SplittableRandom;

/** Made-up returns of rules without any merit. */
final class Noise {

    private Noise() {}

    /** Independent and normal, by observation, then rule. */
    static double[][] returns(SplittableRandom random, int size, int rules) {
        double[][] returns = new double[size][rules];
        for (double[] row : returns) {
            for (int rule = 0; rule < rules; rule++) {
                row[rule] = 0.01 * random.nextGaussian();
            }
        }
        return returns;
    }

    /** The same, and one rule gains more in each. */
    static double[][] withMerit(SplittableRandom random, int size, int rules, int better, double gain) {
        double[][] returns = returns(random, size, rules);
        for (double[] row : returns) {
            row[better] += gain;
        }
        return returns;
    }

    static double[] column(double[][] returns, int rule) {
        double[] column = new double[returns.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = returns[row][rule];
        }
        return column;
    }
}
