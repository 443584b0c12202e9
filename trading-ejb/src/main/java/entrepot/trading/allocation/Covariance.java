package entrepot.trading.allocation;

/** How returns move together, over the number of periods less one. */
public final class Covariance {

    private Covariance() {}

    /** @param returns of each instrument, over the same periods */
    public static double[][] of(double[][] returns) {
        double[][] apart = centred(returns);
        int count = returns.length;
        double[][] covariance = new double[count][count];
        for (int one = 0; one < count; one++) {
            for (int other = 0; other <= one; other++) {
                covariance[one][other] = covariance[other][one] = product(apart[one], apart[other]) / (apart[one].length - 1);
            }
        }
        return covariance;
    }

    /** Shares of the variance of the whole that each weight brings; they add up to 1, and one that hedges brings less than 0. */
    public static double[] riskShares(double[] weights, double[][] covariance) {
        double[] shares = new double[weights.length];
        double sum = 0;
        for (int at = 0; at < shares.length; at++) {
            shares[at] = weights[at] * product(covariance[at], weights);
            sum += shares[at];
        }
        for (int at = 0; at < shares.length; at++) {
            shares[at] = sum > 0 ? shares[at] / sum : 0;
        }
        return shares;
    }

    static double variance(double[] returns) {
        double[] apart = centred(new double[][] {returns})[0];
        return product(apart, apart) / (apart.length - 1);
    }

    /** Less their mean. */
    static double[][] centred(double[][] returns) {
        double[][] apart = new double[returns.length][];
        for (int one = 0; one < returns.length; one++) {
            double mean = 0;
            for (double value : returns[one]) {
                mean += value / returns[one].length;
            }
            apart[one] = returns[one].clone();
            for (int at = 0; at < apart[one].length; at++) {
                apart[one][at] -= mean;
            }
        }
        return apart;
    }

    static double product(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    static double[] deviations(double[][] covariance) {
        double[] deviations = new double[covariance.length];
        for (int at = 0; at < deviations.length; at++) {
            deviations[at] = Math.sqrt(covariance[at][at]);
        }
        return deviations;
    }

    static double[][] correlation(double[][] covariance) {
        double[] deviations = deviations(covariance);
        double[][] correlation = new double[deviations.length][deviations.length];
        for (int one = 0; one < deviations.length; one++) {
            for (int other = 0; other < deviations.length; other++) {
                correlation[one][other] = one == other ? 1 : covariance[one][other] / (deviations[one] * deviations[other]);
            }
        }
        return correlation;
    }
}
