package entrepot.trading.strategy;

import entrepot.trading.indicator.Extreme;
import entrepot.trading.market.Bars;
import java.util.List;

/**
 * Donchian's channel: long after a close above the highest high of the bars before, until a close below the lowest low of fewer bars
 * before; short the other way round. The bar of the close is never in its own channel.
 *
 * @param entry bars of the channel that is broken to enter, 1 or more
 * @param exit  bars of the channel that is broken to leave, 1 to {@code entry}
 * @see "Donchian, Trend-Following Methods in Commodity Price Analysis, Commodity Year Book 1957; Faith, Way of the Turtle, 1st ed. 2007,
 *     Original Turtle Trading Rules: 20 and 10, or 55 and 20 days"
 */
public record ChannelTrend(int entry, int exit, Side side) implements Strategy {

    public ChannelTrend {
        if (exit < 1 || exit > entry) {
            throw new Misfit("exit", "must be from 1 to entry, " + entry + ", is " + exit);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        double[] highs = bars.highs();
        double[] lows = bars.lows();
        double[] top = line(Extreme.highest(entry), highs);
        double[] bottom = line(Extreme.lowest(entry), lows);
        double[] nearTop = line(Extreme.highest(exit), highs);
        double[] nearBottom = line(Extreme.lowest(exit), lows);
        int[] targets = new int[bars.size()];
        int held = 0;
        for (int bar = 0; bar < targets.length; bar++) {
            double close = bars.close(bar);
            if (close > top[bar]) {
                held = 1;
            } else if (close < bottom[bar]) {
                held = side.of(-1);
            } else if (held > 0 && close < nearBottom[bar] || held < 0 && close > nearTop[bar]) {
                held = 0;
            }
            targets[bar] = held;
        }
        return new Targets(targets);
    }

    @Override
    public List<Sight> sights(Bars bars) {
        return List.of(Sight.price("highest(high, " + entry + ")[1]", line(Extreme.highest(entry), bars.highs())),
                Sight.price("lowest(low, " + entry + ")[1]", line(Extreme.lowest(entry), bars.lows())),
                Sight.price("highest(high, " + exit + ")[1]", line(Extreme.highest(exit), bars.highs())),
                Sight.price("lowest(low, " + exit + ")[1]", line(Extreme.lowest(exit), bars.lows())));
    }

    /** Of the bars before each; not a number while there are too few. */
    private static double[] line(Extreme extreme, double[] values) {
        double[] line = new double[values.length];
        double before = Double.NaN;
        for (int bar = 0; bar < line.length; bar++) {
            line[bar] = before;
            before = extreme.next(values[bar]);
        }
        return line;
    }

    @Override
    public String words() {
        return "channel entry=" + entry + " exit=" + exit + " side=" + side;
    }
}
