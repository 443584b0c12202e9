package entrepot.trading.indicator;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.indicator.Definition.Scale;
import java.util.List;

/** Figures of statistics over the last n bars. */
final class Statistics {

    private static final Parameter YEAR = number("year", 252, 1, 1e6);
    private static final List<Input> CLOSE = List.of(Input.CLOSE);

    static final List<Definition> ALL = List.of(
            Definition.filter("stdev", "Standard deviation", Scale.OWN, List.of(bars("n", 20, 2), choice("deviation", "sample", "population")),
                    s -> deviation(s.whole("n"), lost(s))),
            Definition.filter("zscore", "Z-score", Scale.OWN, List.of(bars("n", 20, 2), choice("deviation", "sample", "population")),
                    Statistics::score),
            new Definition("corr", "Correlation", Scale.OWN, List.of(Input.CLOSE, Input.VOLUME), List.of(), List.of("corr"),
                    List.of(bars("n", 20, 2)), Statistics::correlation),
            new Definition("trend", "Regression on time", Scale.SOURCE, CLOSE, List.of(), List.of("value", "slope", "intercept", "r2"),
                    List.of(bars("n", 20, 2)), Statistics::trend),
            new Definition("regress", "Regression", Scale.OWN, List.of(Input.CLOSE, Input.VOLUME), List.of(),
                    List.of("slope", "intercept", "r2"), List.of(bars("n", 20, 2)), Statistics::regression),
            Definition.filter("vol", "Volatility of closes", Scale.OWN,
                    List.of(bars("n", 20, 2), YEAR, choice("deviation", "sample", "population")), Statistics::volatility),
            new Definition("parkinson", "Volatility of Parkinson", Scale.OWN, List.of(), List.of(Input.HIGH, Input.LOW),
                    List.of("parkinson"), List.of(bars("n", 20), YEAR), Statistics::parkinson),
            new Definition("garman_klass", "Volatility of Garman and Klass", Scale.OWN, List.of(),
                    List.of(Input.OPEN, Input.HIGH, Input.LOW, Input.CLOSE), List.of("garman_klass"), List.of(bars("n", 20), YEAR),
                    Statistics::garmanKlass),
            Definition.filter("hurst", "Hurst exponent", Scale.OWN, List.of(bars("n", 128, 16)), Hurst::new),
            Definition.filter("entropy", "Permutation entropy", Scale.OWN, List.of(bars("n", 50), whole("order", 3, 2, 5)), Entropy::new));

    private Statistics() {}

    private static int lost(Settings settings) {
        return settings.is("deviation", "sample") ? 1 : 0;
    }

    /** Sample: n - 1 degrees of freedom (pandas); population: n (Lean, backtrader, numpy). 0 in a flat window. */
    static Filter deviation(int n, int lost) {
        CoMoments moments = new CoMoments(n);
        return value -> {
            moments.add(value, 0);
            return moments.deviation(lost);
        };
    }

    /** {@code (x - mean) / deviation}, 0 in a flat window. */
    private static Filter score(Settings settings) {
        CoMoments moments = new CoMoments(settings.whole("n"));
        int lost = lost(settings);
        return value -> {
            moments.add(value, 0);
            double deviation = moments.deviation(lost);
            return deviation == 0 ? 0 : (value - moments.meanX()) / deviation;
        };
    }

    /** Pearson's, in [-1, 1]; undefined where one of the two is flat. @see "Pearson, Proceedings of the Royal Society 58, 1895" */
    private static Indicator correlation(Settings settings) {
        CoMoments moments = new CoMoments(settings.whole("n"));
        return (inputs, lines) -> {
            moments.add(inputs[0], inputs[1]);
            double both = Math.sqrt(moments.squareX()) * Math.sqrt(moments.squareY());
            lines[0] = moments.isFull() && both > 0 ? Math.max(-1, Math.min(1, moments.product() / both)) : Double.NaN;
        };
    }

    /**
     * Straight line of least squares through the last n values: slope a bar, intercept at the oldest bar of the window, value at the
     * newest, r2 the share of variance explained. Of a flat window the slope is 0 and r2 undefined.
     */
    private static Indicator trend(Settings settings) {
        int n = settings.whole("n");
        CoMoments moments = new CoMoments(n);
        double times = n * ((double) n * n - 1) / 12;
        long[] bar = {0};
        return (inputs, lines) -> {
            moments.add(bar[0]++, inputs[0]);
            boolean full = moments.isFull();
            double slope = full ? moments.product() / times : Double.NaN;
            lines[0] = moments.meanY() + slope * (n - 1) / 2;
            lines[1] = slope;
            lines[2] = moments.meanY() - slope * (n - 1) / 2;
            lines[3] = full ? moments.explained() : Double.NaN;
        };
    }

    /** Straight line of least squares of the first source on the second: {@code y = intercept + slope x}; undefined where x is flat. */
    private static Indicator regression(Settings settings) {
        CoMoments moments = new CoMoments(settings.whole("n"));
        return (inputs, lines) -> {
            moments.add(inputs[1], inputs[0]);
            boolean usable = moments.isFull() && moments.squareX() > 0;
            lines[0] = usable ? moments.product() / moments.squareX() : Double.NaN;
            lines[1] = moments.meanY() - lines[0] * moments.meanX();
            lines[2] = usable ? moments.explained() : Double.NaN;
        };
    }

    /**
     * Deviation of {@code ln(x(t)/x(t-1))} over n returns, times the root of the bars a year; first at bar n. A price that is not
     * above zero makes its returns undefined; they are left out.
     *
     * @see "Hull, Options, Futures, and Other Derivatives, chapter on the Black-Scholes-Merton model"
     */
    private static Filter volatility(Settings settings) {
        Filter deviation = deviation(settings.whole("n"), lost(settings));
        double year = Math.sqrt(settings.number("year"));
        Filter logs = Oscillators.since(1, false);
        return value -> {
            double change = logs.next(value > 0 ? Math.log(value) : Double.NaN);
            return year * deviation.pass(change);
        };
    }

    /**
     * {@code sqrt(year / (4 ln 2) * mean of ln(high/low)^2)}. A bar with a price that is not above zero is left out.
     *
     * @see "Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return, Journal of Business 53, 1980"
     */
    private static Indicator parkinson(Settings settings) {
        Filter mean = new RollingSum(settings.whole("n"));
        double scale = settings.number("year") / (4 * Math.log(2));
        return (inputs, lines) -> {
            double wide = inputs[1] > 0 ? Math.log(inputs[0] / inputs[1]) : Double.NaN;
            lines[0] = Math.sqrt(scale * mean.pass(wide * wide));
        };
    }

    /**
     * {@code sqrt(year * mean of (ln(high/low)^2 / 2 - (2 ln 2 - 1) ln(close/open)^2))}, the practical estimator; never below 0. A
     * bar with a price that is not above zero is left out.
     *
     * @see "Garman and Klass, On the Estimation of Security Price Volatilities from Historical Data, Journal of Business 53, 1980"
     */
    private static Indicator garmanKlass(Settings settings) {
        Filter mean = new RollingSum(settings.whole("n"));
        double year = settings.number("year");
        return (inputs, lines) -> {
            boolean positive = Math.min(inputs[0], Math.min(inputs[2], inputs[3])) > 0;
            double wide = positive ? Math.log(inputs[1] / inputs[2]) : Double.NaN;
            double moved = positive ? Math.log(inputs[3] / inputs[0]) : Double.NaN;
            lines[0] = Math.sqrt(Math.max(0, year * mean.pass(wide * wide / 2 - (2 * Math.log(2) - 1) * moved * moved)));
        };
    }
}
