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
    /** Above it windows are not summed anew at every bar, but moved on: a bar comes in, another goes out. */
    private static final long MOST_STEPS = 20_000_000;

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
        if ((long) worth.length * window > MOST_STEPS) {
            move(returns, window, year, sharpe, volatility);
            return new Rolling(window, sharpe, volatility);
        }
        for (int bar = window; bar < worth.length; bar++) {
            double mean = mean(returns, bar - window, bar);
            double deviation = deviation(returns, bar - window, bar, mean);
            volatility[bar] = deviation * year;
            sharpe[bar] = deviation > 0 ? mean / deviation * year : Double.NaN;
        }
        return new Rolling(window, sharpe, volatility);
    }

    /** From where the money is gone on, nothing is a number. Once a window it is summed anew, so that roundings do not add up. */
    private static void move(double[] returns, int window, double year, double[] sharpe, double[] volatility) {
        double mean = 0;
        double squares = 0;
        int alike = 1;
        for (int bar = 1; bar <= returns.length; bar++) {
            alike = bar > 1 && returns[bar - 1] == returns[bar - 2] ? alike + 1 : 1;
            if (bar < window) {
                continue;
            }
            if (bar % window == 0) {
                mean = mean(returns, bar - window, bar);
                squares = squares(returns, bar - window, bar, mean);
            } else {
                double gone = returns[bar - 1 - window];
                double come = returns[bar - 1];
                double before = mean;
                mean += (come - gone) / window;
                squares += (come - gone) * (come - mean + gone - before);
            }
            double deviation = alike >= window ? 0 : Math.sqrt(Math.max(0, squares) / (window - 1));
            volatility[bar] = deviation * year;
            sharpe[bar] = deviation > 0 ? mean / deviation * year : Double.NaN;
        }
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            sum += values[at];
        }
        return sum / (to - from);
    }

    private static double deviation(double[] values, int from, int to, double mean) {
        return Math.sqrt(squares(values, from, to, mean) / (to - from - 1));
    }

    private static double squares(double[] values, int from, int to, double mean) {
        double squares = 0;
        for (int at = from; at < to; at++) {
            squares += (values[at] - mean) * (values[at] - mean);
        }
        return squares;
    }

    /** The last Sharpe ratio; not a number where there is none. */
    public double lastSharpe() {
        return sharpe[sharpe.length - 1];
    }

    public double lastVolatility() {
        return volatility[volatility.length - 1];
    }
}
