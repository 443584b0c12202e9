package entrepot.trading.allocation;

import java.util.Arrays;
import java.util.function.Function;

/** How money is shared out among instruments. Weights are 0 or more and add up to 1; another order of the instruments gives them in that order. */
public enum Construction {

    /** The same for each. */
    EQUAL(returns -> normed(ones(returns.length))),

    /** In proportion to one over the deviation of its returns. */
    INVERSE_VOLATILITY(returns -> normed(Arrays.stream(returns).mapToDouble(one -> 1 / Math.sqrt(Covariance.variance(one))).toArray())),

    /** The least variance, by a {@link Shrinkage shrunk} covariance. */
    MINIMUM_VARIANCE(returns -> MinimumVariance.of(Shrinkage.of(returns).covariance())),

    /** Each the same part of the variance. */
    RISK_PARITY(returns -> RiskParity.of(Covariance.of(returns))),

    /** By a tree of what moves together. */
    HIERARCHICAL_RISK_PARITY(returns -> HierarchicalRiskParity.of(Covariance.of(returns)));

    private final Function<double[][], double[]> weigh;

    Construction(Function<double[][], double[]> weigh) {
        this.weigh = weigh;
    }

    /**
     * @param returns of each instrument over the same 2 or more periods
     * @throws IllegalArgumentException where one did not move at all, or has another number of periods than the first
     */
    public double[] weights(double[][] returns) {
        for (int at = 0; at < returns.length; at++) {
            if (returns[at].length < 2 || returns[at].length != returns[0].length) {
                throw new IllegalArgumentException("instrument " + at + " has " + returns[at].length + " returns, must be 2 or more and as many as the first, "
                        + returns[0].length);
            }
            if (!(Covariance.variance(returns[at]) > 0)) {
                throw new IllegalArgumentException("returns of instrument " + at + " have a variance of " + Covariance.variance(returns[at]) + ", must be above 0");
            }
        }
        return returns.length == 0 ? new double[0] : weigh.apply(returns);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    static double[] normed(double[] sizes) {
        double sum = Arrays.stream(sizes).sum();
        return Arrays.stream(sizes).map(size -> size / sum).toArray();
    }
}
