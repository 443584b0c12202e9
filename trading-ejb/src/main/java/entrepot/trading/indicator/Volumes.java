package entrepot.trading.indicator;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;

import entrepot.trading.indicator.Definition.Scale;
import java.util.List;

/** Prices by what was traded at them. */
final class Volumes {

    static final List<Definition> ALL = List.of(
            new Definition("vwap", "Volume-weighted average price", Scale.SOURCE, List.of(Input.TYPICAL), List.of(Input.VOLUME),
                    List.of("vwap"), List.of(bars("n", 20, 0)), Volumes::vwap),
            new Definition("obv", "On-balance volume", Scale.OWN, List.of(Input.CLOSE), List.of(Input.VOLUME), List.of("obv"),
                    List.of(choice("first", "zero", "volume")), Volumes::onBalance),
            new Definition("mfi", "Money flow index", Scale.OWN, List.of(Input.TYPICAL), List.of(Input.VOLUME), List.of("mfi"),
                    List.of(bars("n", 14)), Volumes::moneyFlow),
            new Definition("cmf", "Chaikin money flow", Scale.OWN, List.of(),
                    List.of(Input.HIGH, Input.LOW, Input.CLOSE, Input.VOLUME), List.of("cmf"), List.of(bars("n", 20)), Volumes::chaikin));

    private Volumes() {}

    /**
     * Sum of {@code price * volume} by that of the volume, over n bars or, with n = 0, all so far; undefined without volume. The
     * price is the typical one; Lean's rolling one is {@code vwap(ohlc4, n)}.
     *
     * @see "Berkowitz, Logue and Noser, The Total Cost of Transactions on the NYSE, Journal of Finance 43, 1988"
     */
    private static Indicator vwap(Settings settings) {
        int n = settings.whole("n");
        RollingSum values = new RollingSum(Math.max(n, 1));
        RollingSum volumes = new RollingSum(Math.max(n, 1));
        double[] all = new double[2];
        return (inputs, lines) -> {
            all[0] += inputs[0] * inputs[1];
            all[1] += inputs[1];
            values.add(inputs[0] * inputs[1]);
            volumes.add(inputs[1]);
            double volume = n == 0 ? all[1] : volumes.sum();
            lines[0] = volume == 0 ? Double.NaN : (n == 0 ? all[0] : values.sum()) / volume;
        };
    }

    /**
     * Volume added where the price rose, taken off where it fell. Starts at 0, or with the volume of the first bar.
     *
     * @see "Granville, New Key to Stock Market Profits, 1963"
     */
    private static Indicator onBalance(Settings settings) {
        boolean counted = settings.is("first", "volume");
        double[] now = {0, Double.NaN};
        return (inputs, lines) -> {
            if (Double.isNaN(now[1])) {
                now[0] = counted ? inputs[1] : 0;
            } else {
                now[0] += Math.signum(inputs[0] - now[1]) * inputs[1];
            }
            now[1] = inputs[0];
            lines[0] = now[0];
        };
    }

    /**
     * {@code 100 u / (u + d)}, u the sum over n bars of {@code typical price * volume} where the typical price rose, d where it
     * fell; first at bar n; 50 where neither.
     *
     * @see "Quong and Soudack, Volume-Weighted RSI: Money Flow, Stocks and Commodities 7:3, 1989"
     */
    private static Indicator moneyFlow(Settings settings) {
        RollingSum up = new RollingSum(settings.whole("n"));
        RollingSum down = new RollingSum(settings.whole("n"));
        double[] before = {Double.NaN};
        return (inputs, lines) -> {
            if (!Double.isNaN(before[0])) {
                double flow = inputs[0] * inputs[1];
                up.add(inputs[0] > before[0] ? flow : 0);
                down.add(inputs[0] < before[0] ? flow : 0);
            }
            before[0] = inputs[0];
            double both = up.sum() + down.sum();
            lines[0] = both == 0 ? 50 : 100 * up.sum() / both;
        };
    }

    /**
     * Sum over n bars of {@code volume * ((close - low) - (high - close)) / (high - low)} by that of the volume; a bar without range
     * adds 0; undefined without volume.
     *
     * @see "Chaikin, money flow, as in Achelis, Technical Analysis from A to Z, 2nd ed. 2000"
     */
    private static Indicator chaikin(Settings settings) {
        RollingSum flows = new RollingSum(settings.whole("n"));
        RollingSum volumes = new RollingSum(settings.whole("n"));
        return (inputs, lines) -> {
            double range = inputs[0] - inputs[1];
            double place = range == 0 ? 0 : (2 * inputs[2] - inputs[0] - inputs[1]) / range;
            flows.add(place * inputs[3]);
            volumes.add(inputs[3]);
            lines[0] = volumes.sum() == 0 ? Double.NaN : flows.sum() / volumes.sum();
        };
    }
}
