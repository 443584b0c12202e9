package entrepot.trading.indicator;

import java.util.Arrays;

/** A moving average: one value a bar. */
public enum Mean {

    SIMPLE {
        @Override
        void fill(double[] prices, int period, int from, double[] line) {
            WindowSums sums = WindowSums.of(prices);
            for (int bar = from; bar < line.length; bar++) {
                line[bar] = sums.mean(bar, period);
            }
        }
    },

    /** {@code m(t) = m(t-1) + 2 / (period + 1) * (price(t) - m(t-1))}. */
    EXPONENTIAL {
        @Override
        void fill(double[] prices, int period, int from, double[] line) {
            double weight = 2.0 / (period + 1);
            double mean = from == 0 ? prices[0] : WindowSums.of(Arrays.copyOf(prices, period)).mean(period - 1, period);
            line[from] = mean;
            for (int bar = from + 1; bar < line.length; bar++) {
                mean += weight * (prices[bar] - mean);
                line[bar] = mean;
            }
        }
    };

    /** @param period bars in the window, 1 or more */
    public double[] of(double[] prices, int period, WarmUp warmUp) {
        if (period < 1) {
            throw new IllegalArgumentException("period is " + period + ", must be 1 or more");
        }
        double[] line = new double[prices.length];
        int from = warmUp == WarmUp.PARTIAL ? 0 : Math.min(period - 1, prices.length);
        Arrays.fill(line, 0, from, Double.NaN);
        if (from < prices.length) {
            fill(prices, period, from, line);
        }
        return line;
    }

    abstract void fill(double[] prices, int period, int from, double[] line);
}
