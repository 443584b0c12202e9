package entrepot.trading.indicator;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.indicator.Definition.Scale;
import java.util.List;

/** Moving averages of {@code n} bars, undefined before their window is full, of a flat series that series. */
final class Averages {

    private static final String[] SEEDS = {"mean", "first", "weighted"};

    static final List<Definition> ALL = List.of(
            average("sma", "Simple moving average", 20, s -> new RollingSum(s.whole("n"))),
            Definition.filter("ema", "Exponential moving average", Scale.SOURCE, List.of(bars("n", 20), choice("seed", SEEDS)),
                    s -> exponential(s.whole("n"), s.choice("seed"))),
            average("wma", "Weighted moving average", 20, s -> weighted(s.whole("n"))),
            average("hma", "Hull moving average", 16, s -> hull(s.whole("n"))),
            Definition.filter("kama", "Kaufman's adaptive moving average", Scale.SOURCE,
                    List.of(bars("n", 10), bars("fast", 2), bars("slow", 30)),
                    s -> adaptive(s.whole("n"), s.whole("fast"), s.whole("slow"))),
            average("dema", "Double exponential moving average", 20, s -> multiple(s.whole("n"), 2)),
            average("tema", "Triple exponential moving average", 20, s -> multiple(s.whole("n"), 3)),
            average("zlema", "Zero-lag exponential moving average", 20, s -> zeroLag(s.whole("n"))),
            average("smma", "Smoothed moving average", 14, s -> wilder(s.whole("n"))),
            new Definition("bollinger", "Bollinger bands", Scale.SOURCE, List.of(Input.CLOSE), List.of(),
                    List.of("middle", "upper", "lower", "bandwidth", "percent_b"),
                    List.of(bars("n", 20), number("k", 2, 0, 100), choice("deviation", "population", "sample")), Averages::bollinger));

    private Averages() {}

    private static Definition average(String name, String title, int n, java.util.function.Function<Settings, Filter> maker) {
        return Definition.filter(name, title, Scale.SOURCE, List.of(bars("n", n)), maker);
    }

    /**
     * {@code m(t) = m(t-1) + 2/(n+1) * (x(t) - m(t-1))}. Seeds: {@code mean}, the simple mean of the first n at the bar of the
     * n-th (Lean, backtrader, TA-Lib); {@code first}, the first value at its bar (pandas {@code ewm(adjust=False)});
     * {@code weighted}, from the first bar the mean of all values so far with weights {@code (1 - 2/(n+1))^age} (pandas
     * {@code adjust=True}).
     */
    static Filter exponential(int n, String seed) {
        double weight = 2.0 / (n + 1);
        return switch (seed) {
            case "mean" -> recursive(n, weight);
            case "first" -> recursive(1, weight);
            default -> new Filter() {
                private double mean;
                private double weights;

                @Override
                public double next(double value) {
                    weights = weights * (1 - weight) + 1;
                    mean += (value - mean) / weights;
                    return mean;
                }
            };
        };
    }

    static Filter exponential(int n) {
        return exponential(n, "mean");
    }

    /**
     * {@code m(t) = m(t-1) + (x(t) - m(t-1))/n}, starting with the simple mean of the first n.
     *
     * @see "Wilder, New Concepts in Technical Trading Systems, 1978"
     */
    static Filter wilder(int n) {
        return recursive(n, 1.0 / n);
    }

    private static Filter recursive(int n, double weight) {
        return new Filter() {
            private RollingSum seed = new RollingSum(n);
            private double mean;

            @Override
            public double next(double value) {
                if (seed == null) {
                    mean += weight * (value - mean);
                    return mean;
                }
                mean = seed.next(value);
                seed = seed.isFull() ? null : seed;
                return mean;
            }
        };
    }

    /**
     * Weights n for the newest down to 1 for the oldest, over {@code n(n+1)/2}. Each bar the weighted sum gains n times the new
     * value and loses the sum of the old ones; it is made anew once a window.
     */
    static Filter weighted(int n) {
        return new Filter() {
            private final Window window = new Window(n);
            private final RollingSum sum = new RollingSum(n);
            private double weighted;

            @Override
            public double next(double value) {
                double before = sum.sum();
                window.add(value);
                sum.add(value);
                if (!window.isFull() || window.isFlat()) {
                    weighted = n * (n + 1.0) / 2 * value;
                    return window.isFull() ? value : Double.NaN;
                }
                weighted = window.isRenewed() ? anew() : weighted + n * value - before;
                return weighted / (n * (n + 1.0) / 2);
            }

            private double anew() {
                double sum = 0;
                for (int ago = n - 1; ago >= 0; ago--) {
                    sum += (n - ago) * window.ago(ago);
                }
                return sum;
            }
        };
    }

    /**
     * {@code wma(2 wma(x, n/2) - wma(x, n), sqrt(n))}, both whole parts, at least 1.
     *
     * @see "Alan Hull, How to reduce lag in a moving average, 2005"
     */
    static Filter hull(int n) {
        Filter half = weighted(Math.max(1, n / 2));
        Filter whole = weighted(n);
        Filter last = weighted((int) Math.sqrt(n));
        return value -> {
            double fast = half.next(value);
            return last.pass(2 * fast - whole.next(value));
        };
    }

    /**
     * {@code m(t) = m(t-1) + c(t) * (x(t) - m(t-1))}, {@code c = (e (f - s) + s)^2}, {@code f = 2/(fast+1)}, {@code s = 2/(slow+1)},
     * e the change over n bars by the sum of the changes bar by bar, in [0, 1], 1 where nothing moved (as Lean). Starts with
     * {@code m(n-1) = x(n-1)} and is first defined at bar n.
     *
     * @see "Kaufman, Smarter Trading, 1995"
     */
    static Filter adaptive(int n, int fast, int slow) {
        double slowest = 2.0 / (slow + 1);
        double range = 2.0 / (fast + 1) - slowest;
        return new Filter() {
            private final Window window = new Window(n + 1);
            private final RollingSum path = new RollingSum(n);
            private double mean;
            private long seen;

            @Override
            public double next(double value) {
                double before = seen == 0 ? value : window.ago(0);
                window.add(value);
                if (seen++ > 0) {
                    path.add(Math.abs(value - before));
                }
                if (!window.isFull()) {
                    mean = value;
                    return Double.NaN;
                }
                double travelled = path.sum();
                double efficiency = travelled > 0 ? Math.min(1, Math.abs(value - window.oldest()) / travelled) : 1;
                double pace = efficiency * range + slowest;
                mean += pace * pace * (value - mean);
                return mean;
            }
        };
    }

    /**
     * {@code 2a - b} or {@code 3a - 3b + c}, a the exponential mean of the source, b of a, c of b, each starting with the simple
     * mean of its first n.
     *
     * @see "Mulloy, Smoothing Data With Faster Moving Averages, Stocks and Commodities 12:1, 1994"
     */
    static Filter multiple(int n, int times) {
        Filter first = exponential(n);
        Filter second = exponential(n);
        Filter third = exponential(n);
        return value -> {
            double a = first.next(value);
            double b = second.pass(a);
            return times == 2 ? 2 * a - b : 3 * a - 3 * b + third.pass(b);
        };
    }

    /**
     * Exponential mean of {@code x(t) + (x(t) - x(t - lag))}, lag the whole part of {@code (n-1)/2}.
     *
     * @see "Ehlers and Way, Zero Lag (Well, Almost), Stocks and Commodities 28:11, 2010"
     */
    static Filter zeroLag(int n) {
        Window window = new Window((n - 1) / 2 + 1);
        Filter mean = exponential(n);
        return value -> {
            window.add(value);
            return window.isFull() ? mean.next(value + (value - window.oldest())) : Double.NaN;
        };
    }

    /**
     * Middle the simple mean, upper and lower k deviations of the same n beside it (population as Bollinger has it, or sample),
     * bandwidth {@code 100 (upper - lower) / middle}, percent_b {@code (x - lower) / (upper - lower)}, 0.5 in a flat window.
     *
     * @see "Bollinger, Bollinger on Bollinger Bands, 2001"
     */
    private static Indicator bollinger(Settings settings) {
        int n = settings.whole("n");
        int lost = settings.is("deviation", "sample") ? 1 : 0;
        double k = settings.number("k");
        RollingSum mean = new RollingSum(n);
        CoMoments moments = new CoMoments(n);
        return (inputs, lines) -> {
            moments.add(inputs[0], 0);
            double middle = mean.next(inputs[0]);
            double reach = k * (n > lost ? moments.deviation(lost) : Double.NaN);
            lines[0] = middle;
            lines[1] = middle + reach;
            lines[2] = middle - reach;
            lines[3] = 100 * (lines[1] - lines[2]) / middle;
            lines[4] = reach == 0 ? 0.5 : (inputs[0] - lines[2]) / (lines[1] - lines[2]);
        };
    }
}
