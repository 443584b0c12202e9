package entrepot.trading.indicator;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.indicator.Definition.Scale;
import java.util.List;

/** How wide bars are, which way they go, and channels from them. */
final class Ranges {

    private static final List<Input> BAR = List.of(Input.HIGH, Input.LOW, Input.CLOSE);

    static final List<Definition> ALL = List.of(
            new Definition("atr", "Average true range", Scale.OWN, List.of(), BAR, List.of("atr"),
                    List.of(bars("n", 14), choice("smoothing", "wilder", "simple", "exponential"), choice("first", "skipped", "range")),
                    Ranges::atr),
            new Definition("adx", "Average directional index", Scale.OWN, List.of(), BAR,
                    List.of("adx", "plus_di", "minus_di", "dx", "adxr"), List.of(bars("n", 14), bars("lag", 14)), Ranges::adx),
            new Definition("keltner", "Keltner channels", Scale.SOURCE, List.of(Input.TYPICAL), BAR, List.of("middle", "upper", "lower"),
                    List.of(bars("n", 20), number("k", 1.5, 0, 100), bars("range", 20),
                            choice("mean", "simple", "exponential", "wilder"), choice("smoothing", "simple", "wilder", "exponential")),
                    Ranges::keltner),
            new Definition("donchian", "Donchian channel", Scale.PRICE, List.of(), List.of(Input.HIGH, Input.LOW),
                    List.of("upper", "lower", "middle"), List.of(bars("n", 20)), Ranges::donchian),
            new Definition("ichimoku", "Ichimoku", Scale.PRICE, List.of(), List.of(Input.HIGH, Input.LOW),
                    List.of("tenkan", "kijun", "span_a", "span_b"),
                    List.of(bars("tenkan", 9), bars("kijun", 26), bars("span", 52), bars("shift", 26)), Ranges::ichimoku),
            new Definition("vortex", "Vortex", Scale.OWN, List.of(), BAR, List.of("plus", "minus"), List.of(bars("n", 14)), Ranges::vortex),
            new Definition("chop", "Choppiness index", Scale.OWN, List.of(), BAR, List.of("chop"),
                    List.of(bars("n", 14, 2), choice("first", "range", "skipped")), Ranges::choppiness),
            new Definition("aroon", "Aroon", Scale.OWN, List.of(), List.of(Input.HIGH, Input.LOW), List.of("up", "down"),
                    List.of(bars("n", 14)), Ranges::aroon));

    private Ranges() {}

    /**
     * Mean of the {@link TrueRange}: Wilder's starts with the simple mean of the first n. The first bar has no close before it:
     * it is {@code skipped} (Lean's simple one, backtrader, TA-Lib; first at bar n), or counts with its {@code range} from high to
     * low (Wilder's tables, Lean's other; first at bar n-1).
     */
    private static Indicator atr(Settings settings) {
        TrueRange range = new TrueRange(settings.is("first", "range"));
        Filter mean = Oscillators.smoothing(settings.choice("smoothing"), settings.whole("n"));
        return (inputs, lines) -> lines[0] = mean.pass(range.next(inputs[0], inputs[1], inputs[2]));
    }

    /**
     * plus_di and minus_di {@code 100 m / r}, m the smoothed directional movement (the larger of the rise of the high and the fall
     * of the low, where positive, else 0), r the smoothed true range; dx {@code 100 |plus - minus| / (plus + minus)}; adx the
     * smoothed dx; adxr the mean of adx now and lag bars ago (n in TA-Lib and backtrader, n-1 in Lean). All smoothed as Wilder
     * does, from the simple mean of the first n; bar 0 is left out. Where nothing moved, di and dx are 0.
     *
     * @see "Wilder, New Concepts in Technical Trading Systems, 1978"
     */
    private static Indicator adx(Settings settings) {
        int n = settings.whole("n");
        TrueRange ranges = new TrueRange(false);
        Filter range = Averages.wilder(n);
        Filter plus = Averages.wilder(n);
        Filter minus = Averages.wilder(n);
        Filter mean = Averages.wilder(n);
        Window means = new Window(settings.whole("lag") + 1);
        double[] before = {Double.NaN, Double.NaN};
        return (inputs, lines) -> {
            double up = inputs[0] - before[0];
            double down = before[1] - inputs[1];
            before[0] = inputs[0];
            before[1] = inputs[1];
            double wide = range.pass(ranges.next(inputs[0], inputs[1], inputs[2]));
            boolean begun = !Double.isNaN(up);
            double rose = begun ? plus.next(up > down && up > 0 ? up : 0) : Double.NaN;
            double fell = begun ? minus.next(down > up && down > 0 ? down : 0) : Double.NaN;
            lines[1] = wide == 0 ? 0 : 100 * rose / wide;
            lines[2] = wide == 0 ? 0 : 100 * fell / wide;
            double both = lines[1] + lines[2];
            lines[3] = both == 0 ? 0 : 100 * Math.abs(lines[1] - lines[2]) / both;
            lines[0] = mean.pass(lines[3]);
            lines[4] = Double.NaN;
            if (!Double.isNaN(lines[0])) {
                means.add(lines[0]);
                lines[4] = means.isFull() ? (lines[0] + means.oldest()) / 2 : Double.NaN;
            }
        };
    }

    /**
     * Middle a mean of the typical price over n, upper and lower k average true ranges beside it, those over {@code range} bars and
     * without the first. The standard is Lean's; Keltner 1960 took ranges from high to low, Raschke's are
     * {@code keltner(close, n=20, k=2, range=10, mean=exponential, smoothing=wilder)}.
     *
     * @see "Keltner, How to Make Money in Commodities, 1960"
     */
    private static Indicator keltner(Settings settings) {
        Filter mean = Oscillators.smoothing(settings.choice("mean"), settings.whole("n"));
        TrueRange ranges = new TrueRange(false);
        Filter range = Oscillators.smoothing(settings.choice("smoothing"), settings.whole("range"));
        double k = settings.number("k");
        return (inputs, lines) -> {
            double reach = k * range.pass(ranges.next(inputs[1], inputs[2], inputs[3]));
            lines[0] = mean.next(inputs[0]);
            lines[1] = lines[0] + reach;
            lines[2] = lines[0] - reach;
        };
    }

    /** Highest high and lowest low of n bars, this one included, and the middle of them. For a break-out look one bar back: {@code donchian(20)[1]}. */
    private static Indicator donchian(Settings settings) {
        Extreme highest = Extreme.highest(settings.whole("n"));
        Extreme lowest = Extreme.lowest(settings.whole("n"));
        return (inputs, lines) -> {
            lines[0] = highest.next(inputs[0]);
            lines[1] = lowest.next(inputs[1]);
            lines[2] = (lines[0] + lines[1]) / 2;
        };
    }

    /**
     * tenkan and kijun: middle of the highest high and the lowest low of that many bars. span_a, the mean of both, and span_b, such
     * a middle over {@code span}, are drawn {@code shift} bars later: the value at a bar is the one made shift bars before. The
     * chikou line is the close drawn {@code shift} bars earlier, which would be a look into the future, and is not there.
     *
     * @see "Hosoda (Ichimoku Sanjin), 1969; Elliott, Ichimoku Charts, 2007"
     */
    private static Indicator ichimoku(Settings settings) {
        Middle tenkan = new Middle(settings.whole("tenkan"));
        Middle kijun = new Middle(settings.whole("kijun"));
        Middle span = new Middle(settings.whole("span"));
        Window spansA = new Window(settings.whole("shift") + 1);
        Window spansB = new Window(settings.whole("shift") + 1);
        return (inputs, lines) -> {
            lines[0] = tenkan.next(inputs);
            lines[1] = kijun.next(inputs);
            spansA.add((lines[0] + lines[1]) / 2);
            spansB.add(span.next(inputs));
            lines[2] = spansA.isFull() ? spansA.oldest() : Double.NaN;
            lines[3] = spansB.isFull() ? spansB.oldest() : Double.NaN;
        };
    }

    private record Middle(Extreme highest, Extreme lowest) {
        Middle(int n) {
            this(Extreme.highest(n), Extreme.lowest(n));
        }

        double next(double[] bar) {
            return (highest.next(bar[0]) + lowest.next(bar[1])) / 2;
        }
    }

    /**
     * Sums over n bars of {@code |high - low before|} and of {@code |low - high before|}, by that of the true range; first at bar
     * n, undefined where nothing moved.
     *
     * @see "Botes and Siepman, The Vortex Indicator, Stocks and Commodities 28:1, 2010"
     */
    private static Indicator vortex(Settings settings) {
        int n = settings.whole("n");
        TrueRange ranges = new TrueRange(false);
        RollingSum range = new RollingSum(n);
        RollingSum plus = new RollingSum(n);
        RollingSum minus = new RollingSum(n);
        double[] before = {Double.NaN, Double.NaN};
        return (inputs, lines) -> {
            double wide = ranges.next(inputs[0], inputs[1], inputs[2]);
            if (!Double.isNaN(wide)) {
                range.add(wide);
                plus.add(Math.abs(inputs[0] - before[1]));
                minus.add(Math.abs(inputs[1] - before[0]));
            }
            before[0] = inputs[0];
            before[1] = inputs[1];
            lines[0] = plus.sum() / range.sum();
            lines[1] = minus.sum() / range.sum();
        };
    }

    /**
     * {@code 100 log10(sum of true ranges / (highest high - lowest low)) / log10(n)} over n bars, near 100 without a trend. The first
     * bar counts with its range (Lean), or is skipped. Undefined where nothing moved.
     *
     * @see "Dreiss, choppiness index, 1993, as in Lean"
     */
    private static Indicator choppiness(Settings settings) {
        int n = settings.whole("n");
        TrueRange ranges = new TrueRange(settings.is("first", "range"));
        Filter mean = new RollingSum(n);
        Extreme highest = Extreme.highest(n);
        Extreme lowest = Extreme.lowest(n);
        return (inputs, lines) -> {
            double span = highest.next(inputs[0]) - lowest.next(inputs[1]);
            double sum = n * mean.pass(ranges.next(inputs[0], inputs[1], inputs[2]));
            lines[0] = span == 0 ? Double.NaN : 100 * Math.log10(sum / span) / Math.log10(n);
        };
    }

    /**
     * {@code 100 (n - bars since the highest high) / n} of the last n+1 bars, down for the lowest low; of equal ones the latest
     * counts, as in backtrader.
     *
     * @see "Chande, The Time Price Oscillator, Stocks and Commodities 13:9, 1995"
     */
    private static Indicator aroon(Settings settings) {
        int n = settings.whole("n");
        Extreme highest = Extreme.highest(n + 1);
        Extreme lowest = Extreme.lowest(n + 1);
        return (inputs, lines) -> {
            boolean full = !Double.isNaN(highest.next(inputs[0]));
            lowest.next(inputs[1]);
            lines[0] = full ? 100.0 * (n - highest.since()) / n : Double.NaN;
            lines[1] = full ? 100.0 * (n - lowest.since()) / n : Double.NaN;
        };
    }
}
