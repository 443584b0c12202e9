package entrepot.trading.tearsheet;

import java.util.Arrays;

/**
 * Closed trades in short; the figures are not numbers where there are none.
 *
 * @param winners share of them with a profit
 * @param average profit after fees in the money of the account, as {@code best} and {@code worst}
 */
public record TradeSummary(int count, double winners, double average, double best, double worst) {

    /** @param profits of the closed trades, fees taken off */
    public static TradeSummary of(double[] profits) {
        return new TradeSummary(profits.length, Arrays.stream(profits).filter(profit -> profit > 0).count() / (double) profits.length,
                Arrays.stream(profits).average().orElse(Double.NaN), Arrays.stream(profits).max().orElse(Double.NaN),
                Arrays.stream(profits).min().orElse(Double.NaN));
    }
}
