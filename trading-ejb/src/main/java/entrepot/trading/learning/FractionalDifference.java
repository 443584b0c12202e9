package entrepot.trading.learning;

import java.util.Arrays;

/**
 * Differences a series by a fraction, so that it becomes stationary and keeps some memory: weights {@code w(k) = -w(k-1) (d - k + 1) / k}.
 *
 * @see "López de Prado 2018, chapter 5; Hosking, Fractional Differencing, Biometrika 68(1), 1981"
 */
public final class FractionalDifference {

    private static final int MOST = 1_000_000;

    private FractionalDifference() {}

    /** From the latest backwards. */
    public static double[] weights(double order, int count) {
        double[] weights = new double[count];
        for (int at = 0; at < count; at++) {
            weights[at] = at == 0 ? 1 : -weights[at - 1] * (order - at + 1) / at;
        }
        return weights;
    }

    /** Those before the first that is smaller than a threshold. @param threshold above 0 */
    public static double[] weights(double order, double threshold) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold is " + threshold + ", must be above 0");
        }
        double weight = 1;
        int count = 0;
        while (Math.abs(weight) >= threshold && count < MOST) {
            count++;
            weight *= -(order - count + 1) / count;
        }
        return weights(order, count);
    }

    /** Over a window of fixed width; the first value is at index width - 1. Empty where the series is shorter. */
    public static double[] fixedWidth(double[] series, double order, double threshold) {
        double[] weights = weights(order, threshold);
        double[] values = new double[Math.max(0, series.length - weights.length + 1)];
        Arrays.setAll(values, at -> {
            double sum = 0;
            for (int back = 0; back < weights.length; back++) {
                sum += weights[back] * series[at + weights.length - 1 - back];
            }
            return sum;
        });
        return values;
    }
}
