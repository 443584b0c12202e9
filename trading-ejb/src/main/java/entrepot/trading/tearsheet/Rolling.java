package entrepot.trading.tearsheet;

import entrepot.trading.backtest.Performance;
import java.util.Arrays;

/**
 * Sharpe ratio and volatility of the last returns at each bar, brought to a year as {@link Performance} brings them.
 *
 * @param window     returns that each figure is made of
 * @param sharpe     not a number before there are so many, and where nothing moved
 * @param volatility of a sample, one degree of freedom less
 */
public record Rolling(int window, double[] sharpe, double[] volatility) {

    private static final int SHORTEST = 5;

    /** Over half a year of bars, five at least; of every bar but the first, as for the whole time. */
    public static Rolling halfYear(double[] worth, double barsPerYear) {
        return of(worth, Math.max(SHORTEST, (int) Math.round(barsPerYear / 2)), barsPerYear);
    }

    /** @param window two or more */
    public static Rolling of(double[] worth, int window, double barsPerYear) {
        double[] sharpe = new double[worth.length];
        double[] volatility = new double[worth.length];
        Arrays.fill(sharpe, Double.NaN);
        Arrays.fill(volatility, Double.NaN);
        double[] returns = Performance.returns(worth);
        double year = Math.sqrt(barsPerYear);
        for (int bar = window; bar < worth.length; bar++) {
            double mean = mean(returns, bar - window, bar);
            double deviation = deviation(returns, bar - window, bar, mean);
            volatility[bar] = deviation * year;
            sharpe[bar] = deviation > 0 ? mean / deviation * year : Double.NaN;
        }
        return new Rolling(window, sharpe, volatility);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += values[at];
        }
        return sum / (to - from);
    }

    private static double deviation(double[] values, int from, int to, double mean) {
        double squares = 0;
        for (int at = from; at < to; at++) {
            squares += (values[at] - mean) * (values[at] - mean);
        }
        return Math.sqrt(squares / (to - from - 1));
    }

    /** The last Sharpe ratio; not a number where there is none. */
    public double lastSharpe() {
        return sharpe[sharpe.length - 1];
    }

    public double lastVolatility() {
        return volatility[volatility.length - 1];
    }
}
