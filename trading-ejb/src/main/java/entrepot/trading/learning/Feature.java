package entrepot.trading.learning;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Extreme;
import entrepot.trading.indicator.Mean;
import entrepot.trading.indicator.WarmUp;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * A number about the market at the close of a bar, from that bar and those before it. Not a number until it has its history, and where a
 * price in it is not above zero. Logarithms are natural, {@code c} is the close.
 */
public enum Feature {

    /** {@code ln c(t)/c(t-1)}, and so on for the three below. */
    RETURN_1(bars -> returns(bars, 1)),
    RETURN_5(bars -> returns(bars, 5)),
    RETURN_21(bars -> returns(bars, 21)),
    RETURN_63(bars -> returns(bars, 63)),

    /** {@code ln c / mean of the last 50}. */
    TREND_50(bars -> aboveMean(bars, 50)),

    /** The logarithm of the close, differenced by 0.4 with weights of 0.001 and more. @see FractionalDifference */
    FRACTION(bars -> fraction(bars, 0.4, 0.001)),

    /** Where the close stands between the lowest low, 0, and the highest high, 1, of the last 20 bars; a half where these are one. */
    CHANNEL_20(bars -> channel(bars, 20)),

    /** Wilder's index over 14 bars, 0 to 100. */
    RSI_14(bars -> indicator("rsi", Map.of(), positive(bars.closes()))),

    /** The logarithm of the close, less its mean over 20 bars, in sample deviations of them. */
    SCORE_20(bars -> indicator("zscore", Map.of(), logs(bars))),

    /** Sample deviation of the last 20 returns of closes, a bar. */
    VOLATILITY_20(bars -> indicator("stdev", Map.of(), returns(bars, 1))),

    /** Garman and Klass over 20 bars, a bar. */
    RANGE_20(bars -> indicator("garman_klass", Map.of("year", 1.0), bars.opens(), bars.highs(), bars.lows(), bars.closes())),

    /** {@code ln (1 + volume) / (1 + mean volume of the last 20)}: 0 where no volume is known. */
    VOLUME_20(bars -> volume(bars, 20));

    private final Function<Bars, double[]> column;

    Feature(Function<Bars, double[]> column) {
        this.column = column;
    }

    /** One value a bar. */
    public double[] of(Bars bars) {
        return column.apply(bars);
    }

    private static double[] positive(double[] prices) {
        return Arrays.stream(prices).map(price -> price > 0 ? price : Double.NaN).toArray();
    }

    private static double[] logs(Bars bars) {
        return Arrays.stream(positive(bars.closes())).map(StrictMath::log).toArray();
    }

    private static double[] returns(Bars bars, int back) {
        double[] logs = logs(bars);
        double[] found = new double[logs.length];
        Arrays.setAll(found, bar -> bar < back ? Double.NaN : logs[bar] - logs[bar - back]);
        return found;
    }

    private static double[] aboveMean(Bars bars, int n) {
        double[] closes = bars.closes();
        double[] mean = Mean.SIMPLE.of(closes, n, WarmUp.FULL);
        double[] found = new double[closes.length];
        Arrays.setAll(found, bar -> closes[bar] > 0 && mean[bar] > 0 ? StrictMath.log(closes[bar] / mean[bar]) : Double.NaN);
        return found;
    }

    private static double[] fraction(Bars bars, double order, double threshold) {
        double[] logs = logs(bars);
        double[] differenced = FractionalDifference.fixedWidth(logs, order, threshold);
        int width = FractionalDifference.weights(order, threshold).length;
        double[] found = new double[logs.length];
        Arrays.setAll(found, bar -> bar < width - 1 ? Double.NaN : differenced[bar - width + 1]);
        return found;
    }

    private static double[] channel(Bars bars, int n) {
        Extreme highest = Extreme.highest(n);
        Extreme lowest = Extreme.lowest(n);
        double[] found = new double[bars.size()];
        for (int bar = 0; bar < found.length; bar++) {
            double top = highest.next(bars.high(bar));
            double bottom = lowest.next(bars.low(bar));
            found[bar] = top == bottom ? 0.5 : (bars.close(bar) - bottom) / (top - bottom);
        }
        return found;
    }

    private static double[] volume(Bars bars, int n) {
        double[] volumes = bars.volumes();
        double[] mean = Mean.SIMPLE.of(volumes, n, WarmUp.FULL);
        double[] found = new double[volumes.length];
        Arrays.setAll(found, bar -> StrictMath.log((1 + volumes[bar]) / (1 + mean[bar])));
        return found;
    }

    private static double[] indicator(String name, Map<String, Object> settings, double[]... inputs) {
        return Catalogue.find(name).orElseThrow().over(settings, inputs)[0];
    }
}
