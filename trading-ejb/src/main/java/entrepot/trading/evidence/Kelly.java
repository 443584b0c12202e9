package entrepot.trading.evidence;

/**
 * How much of an account to put at risk for the fastest growth, if the figures were true; less is safer where they are guesses.
 *
 * @see "Thorp, The Kelly Criterion in Blackjack, Sports Betting and the Stock Market, 2006; Chan, Quantitative Trading, 1st ed. 2009,
 *     chapter 6"
 */
public final class Kelly {

    private Kelly() {}

    /** Share of the account in one asset: {@code m / s²}. @param excess mean return above the risk-free rate, of the same period as the deviation */
    public static double single(double excess, double deviation) {
        return excess / (deviation * deviation);
    }

    /** Share for a bet won with a probability: {@code p - (1 - p) / b}; below zero where it should not be taken. @param odds won for 1 put at risk */
    public static double bet(double probability, double odds) {
        return probability - (1 - probability) / odds;
    }

    /** Shares in several assets: {@code F = C⁻¹ M}. @param covariance symmetric and positive definite */
    public static double[] several(double[][] covariance, double[] excess) {
        int size = excess.length;
        double[][] left = new double[size][];
        for (int row = 0; row < size; row++) {
            left[row] = covariance[row].clone();
        }
        double[] right = excess.clone();
        for (int pivot = 0; pivot < size; pivot++) {
            if (!(left[pivot][pivot] > 0)) {
                throw new IllegalArgumentException("the covariance is not positive definite at asset " + pivot);
            }
            for (int row = pivot + 1; row < size; row++) {
                double factor = left[row][pivot] / left[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    left[row][column] -= factor * left[pivot][column];
                }
                right[row] -= factor * right[pivot];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) {
                right[row] -= left[row][column] * right[column];
            }
            right[row] /= left[row][row];
        }
        return right;
    }

    /** Growth of the logarithm of an account at a Sharpe ratio, all of the same period, at full Kelly: {@code r + S²/2}. */
    public static double growth(double riskFree, double sharpe) {
        return riskFree + sharpe * sharpe / 2;
    }

    /** Sharpe ratio of the best mixture of several: the root of {@code M' C⁻¹ M}. */
    public static double sharpe(double[][] covariance, double[] excess) {
        double[] shares = several(covariance, excess);
        double sum = 0;
        for (int asset = 0; asset < shares.length; asset++) {
            sum += shares[asset] * excess[asset];
        }
        return Math.sqrt(sum);
    }
}
