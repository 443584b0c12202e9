package entrepot.trading.indicator;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.indicator.Definition.Scale;
import java.util.List;
import java.util.function.UnaryOperator;

/** How fast and how far prices moved. */
final class Oscillators {

    static final List<Definition> ALL = List.of(
            new Definition("macd", "Moving average convergence divergence", Scale.OWN, List.of(Input.CLOSE), List.of(),
                    List.of("macd", "signal", "histogram"), List.of(bars("fast", 12), bars("slow", 26), bars("signal", 9)),
                    s -> convergence(s, false)),
            new Definition("ppo", "Percentage price oscillator", Scale.OWN, List.of(Input.CLOSE), List.of(),
                    List.of("ppo", "signal", "histogram"), List.of(bars("fast", 12), bars("slow", 26), bars("signal", 9)),
                    s -> convergence(s, true)),
            Definition.filter("rsi", "Relative strength index", Scale.OWN,
                    List.of(bars("n", 14), choice("smoothing", "wilder", "simple", "exponential")), Oscillators::strength),
            new Definition("stoch", "Stochastic", Scale.OWN, List.of(), List.of(Input.HIGH, Input.LOW, Input.CLOSE),
                    List.of("slow_k", "slow_d", "fast_k"), List.of(bars("n", 14), bars("k", 3), bars("d", 3)), Oscillators::stochastic),
            new Definition("williams", "Williams %R", Scale.OWN, List.of(), List.of(Input.HIGH, Input.LOW, Input.CLOSE),
                    List.of("williams"), List.of(bars("n", 14)), Oscillators::williams),
            Definition.filter("trix", "Triple exponential rate of change", Scale.OWN, List.of(bars("n", 15)), Oscillators::trix),
            new Definition("ultosc", "Ultimate oscillator", Scale.OWN, List.of(), List.of(Input.HIGH, Input.LOW, Input.CLOSE),
                    List.of("ultosc"), List.of(bars("a", 7), bars("b", 14), bars("c", 28)), Oscillators::ultimate),
            Definition.filter("momentum", "Momentum", Scale.OWN, List.of(bars("n", 12)), s -> since(s.whole("n"), false)),
            Definition.filter("roc", "Rate of change", Scale.OWN, List.of(bars("n", 12)), s -> since(s.whole("n"), true)),
            new Definition("cci", "Commodity channel index", Scale.OWN, List.of(Input.TYPICAL), List.of(), List.of("cci"),
                    List.of(bars("n", 20), number("constant", 0.015, 1e-6, 1000), choice("deviation", "window", "chained")),
                    Oscillators::channel));

    private Oscillators() {}

    static Filter smoothing(String name, int n) {
        return switch (name) {
            case "wilder" -> Averages.wilder(n);
            case "exponential" -> Averages.exponential(n);
            default -> new RollingSum(n);
        };
    }

    /**
     * Exponential mean of the fast window minus that of the slow one, as a price or in percent of the slow one; signal is the
     * exponential mean of that, histogram the difference. Each mean starts with the simple mean of its first window, as in Lean
     * and backtrader (TA-Lib starts both where the slow one does).
     *
     * @see "Appel, Technical Analysis: Power Tools for Active Investors, 2005"
     */
    private static Indicator convergence(Settings settings, boolean percent) {
        Filter fast = Averages.exponential(settings.whole("fast"));
        Filter slow = Averages.exponential(settings.whole("slow"));
        Filter signal = Averages.exponential(settings.whole("signal"));
        return (inputs, lines) -> {
            double near = fast.next(inputs[0]);
            double far = slow.next(inputs[0]);
            lines[0] = percent ? 100 * (near - far) / far : near - far;
            lines[1] = signal.pass(lines[0]);
            lines[2] = lines[0] - lines[1];
        };
    }

    /**
     * {@code 100 u / (u + d)}, u and d the means of rises and of falls, both as positive numbers, first at bar n. Wilder's starts
     * with the simple mean of the first n changes; {@code simple} is over the last n (Cutler). 100 without falls, 50 where
     * nothing moved.
     *
     * @see "Wilder, New Concepts in Technical Trading Systems, 1978"
     */
    private static Filter strength(Settings settings) {
        Filter rises = smoothing(settings.choice("smoothing"), settings.whole("n"));
        Filter falls = smoothing(settings.choice("smoothing"), settings.whole("n"));
        return changes(change -> {
            double up = rises.next(Math.max(change, 0));
            double down = falls.next(Math.max(-change, 0));
            return up + down == 0 ? 50 : 100 * up / (up + down);
        });
    }

    /** What comes of each value minus the one before. */
    private static Filter changes(Filter of) {
        return new Filter() {
            private double before = Double.NaN;

            @Override
            public double next(double value) {
                double change = value - before;
                before = value;
                return of.pass(change);
            }
        };
    }

    /**
     * fast_k {@code 100 (close - lowest low) / (highest high - lowest low)} of n bars, slow_k its simple mean of k, slow_d that of
     * slow_k of d. 50 in a flat window.
     *
     * @see "Lane, Lane's Stochastics, Stocks and Commodities 2:3, 1984"
     */
    private static Indicator stochastic(Settings settings) {
        Span span = new Span(settings.whole("n"));
        Filter slow = new RollingSum(settings.whole("k"));
        Filter slower = new RollingSum(settings.whole("d"));
        return (inputs, lines) -> {
            lines[2] = 100 * span.place(inputs);
            lines[0] = slow.pass(lines[2]);
            lines[1] = slower.pass(lines[0]);
        };
    }

    /** {@code -100 (highest high - close) / (highest high - lowest low)}, -50 in a flat window. @see "Williams, How I Made One Million Dollars, 1973" */
    private static Indicator williams(Settings settings) {
        Span span = new Span(settings.whole("n"));
        return (inputs, lines) -> lines[0] = 100 * span.place(inputs) - 100;
    }

    /** From the lowest low to the highest high of n bars. */
    private static final class Span {
        private final Extreme highest;
        private final Extreme lowest;

        Span(int n) {
            highest = Extreme.highest(n);
            lowest = Extreme.lowest(n);
        }

        /** Where the close is: 0 at the bottom, 1 at the top. @param bar high, low, close */
        double place(double[] bar) {
            double high = highest.next(bar[0]);
            double low = lowest.next(bar[1]);
            return high == low ? 0.5 : (bar[2] - low) / (high - low);
        }
    }

    /** {@code 100 (e(t)/e(t-1) - 1)}, e three exponential means of n, one of the other. @see "Hutson, Good TRIX, Stocks and Commodities 1:5, 1983" */
    private static Filter trix(Settings settings) {
        int n = settings.whole("n");
        Filter first = Averages.exponential(n);
        Filter second = Averages.exponential(n);
        Filter third = Averages.exponential(n);
        Filter rate = since(1, true);
        return value -> rate.pass(third.pass(second.pass(first.next(value))));
    }

    /**
     * {@code 100 (4 A + 2 B + C) / 7}; A, B, C the sums of {@code close - min(low, close before)} over a, b, c bars by those of
     * {@code max(high, close before) - min(low, close before)}; 0.5 where nothing moved. First at bar {@code max(a, b, c)}.
     *
     * @see "Williams, The Ultimate Oscillator, Stocks and Commodities 3:4, 1985"
     */
    private static Indicator ultimate(Settings settings) {
        List<Share> shares = List.of(new Share(settings.whole("a")), new Share(settings.whole("b")), new Share(settings.whole("c")));
        double[] before = {Double.NaN};
        return (inputs, lines) -> {
            lines[0] = Double.NaN;
            if (!Double.isNaN(before[0])) {
                double floor = Math.min(inputs[1], before[0]);
                double range = Math.max(inputs[0], before[0]) - floor;
                double sum = 0;
                for (int at = 0; at < 3; at++) {
                    sum += (4 >> at) * shares.get(at).next(inputs[2] - floor, range);
                }
                lines[0] = 100 * sum / 7;
            }
            before[0] = inputs[2];
        };
    }

    private record Share(RollingSum part, RollingSum whole) {
        Share(int n) {
            this(new RollingSum(n), new RollingSum(n));
        }

        double next(double some, double all) {
            part.add(some);
            whole.add(all);
            return whole.sum() == 0 ? 0.5 : part.sum() / whole.sum();
        }
    }

    /** {@code x(t) - x(t-n)}, or {@code 100 (x(t)/x(t-n) - 1)}, first at bar n. */
    static Filter since(int n, boolean percent) {
        Window window = new Window(n + 1);
        return value -> {
            window.add(value);
            if (!window.isFull()) {
                return Double.NaN;
            }
            return percent ? 100 * (value / window.oldest() - 1) : value - window.oldest();
        };
    }

    /**
     * {@code (x - mean) / (constant * deviation)}, x the typical price, mean the simple one of n, deviation the mean distance of the
     * values of the window from its mean (Lambert; Lean, TA-Lib), or {@code chained}: the simple mean of {@code |x - mean|}, each
     * with the mean of its own bar (backtrader). 0 in a flat window. The first kind reads its window at each bar: O(n).
     *
     * @see "Lambert, Commodity Channel Index, Commodities 9:10, 1980"
     */
    private static Indicator channel(Settings settings) {
        int n = settings.whole("n");
        RollingSum mean = new RollingSum(n);
        Window window = new Window(n);
        RollingSum chained = new RollingSum(n);
        boolean own = settings.is("deviation", "chained");
        double constant = settings.number("constant");
        UnaryOperator<Double> around = middle -> {
            double sum = 0;
            for (int ago = 0; ago < n; ago++) {
                sum += Math.abs(window.ago(ago) - middle);
            }
            return sum / n;
        };
        return (inputs, lines) -> {
            window.add(inputs[0]);
            double middle = mean.next(inputs[0]);
            lines[0] = Double.NaN;
            if (!Double.isNaN(middle)) {
                double deviation = own ? chained.next(Math.abs(inputs[0] - middle)) : around.apply(middle);
                lines[0] = deviation == 0 ? 0 : (inputs[0] - middle) / (constant * deviation);
            }
        };
    }
}
