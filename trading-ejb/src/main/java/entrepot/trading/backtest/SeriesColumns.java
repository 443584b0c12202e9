package entrepot.trading.backtest;

import entrepot.trading.indicator.WindowSums;
import entrepot.trading.market.Bars;

/** What a sweep reads of a series again and again, made once: sums of closes, of returns and of their squares. */
final class SeriesColumns {

    final double[] open;
    final double[] close;
    final WindowSums sums;
    /** Null where no drawdown is wanted. */
    final RangeExtremes extremes;
    private final double[] returns;
    private final double[] squares;

    SeriesColumns(Bars bars, boolean drawdown) {
        open = bars.opens();
        close = bars.closes();
        sums = WindowSums.of(close);
        extremes = drawdown ? new RangeExtremes(close) : null;
        returns = new double[close.length];
        squares = new double[close.length];
        for (int bar = 0; bar < close.length; bar++) {
            positive(bar, Math.min(open[bar], close[bar]));
        }
        for (int bar = 1; bar < close.length; bar++) {
            double gained = close[bar] / close[bar - 1] - 1;
            returns[bar] = returns[bar - 1] + gained;
            squares[bar] = squares[bar - 1] + gained * gained;
        }
    }

    private static void positive(int bar, double price) {
        if (!(price > 0)) {
            throw new IllegalArgumentException("the price of bar " + bar + " is " + price + ", a sweep needs prices above 0");
        }
    }

    int length() {
        return close.length;
    }

    /** Sum of the returns of the bars after {@code from} up to {@code to}. */
    double returns(int from, int to) {
        return returns[to] - returns[from];
    }

    double squares(int from, int to) {
        return squares[to] - squares[from];
    }
}
