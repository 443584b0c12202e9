package entrepot.trading.strategy;

import entrepot.trading.indicator.Mean;
import entrepot.trading.indicator.StretchSums;
import entrepot.trading.indicator.WarmUp;
import entrepot.trading.indicator.WindowSums;
import entrepot.trading.market.Bars;
import java.util.List;

/**
 * Holds what two moving averages of the close say.
 *
 * @param fast bars of the shorter mean, 1 or more; 1 is the close itself
 * @param slow bars of the longer one
 */
public record Crossover(Mean mean, int fast, int slow, Side side, Reading reading) implements Strategy {

    public Crossover {
        if (fast < 1 || slow <= fast) {
            throw new IllegalArgumentException(
                    "fast is " + fast + " and slow is " + slow + ", must be 1 or more and fast less than slow");
        }
    }

    /** The usual one: simple means, long or nothing, read by level. */
    public static Crossover simple(int fast, int slow) {
        return new Crossover(Mean.SIMPLE, fast, slow, Side.LONG_ONLY, Reading.LEVEL);
    }

    public Crossover with(Side other) {
        return new Crossover(mean, fast, slow, other, reading);
    }

    public Crossover with(Reading other) {
        return new Crossover(mean, fast, slow, side, other);
    }

    public Crossover with(Mean other) {
        return new Crossover(other, fast, slow, side, reading);
    }

    @Override
    public Decisions on(Bars bars) {
        return mean == Mean.SIMPLE ? decisions(new SimpleGap(WindowSums.of(bars.closes()), fast, slow)) : decisions(lines(bars.closes()));
    }

    /** For many crossovers of simple means on one series, whose sums are made once; there are as many bars as its stretches have come to. */
    public Decisions on(StretchSums closes) {
        if (mean != Mean.SIMPLE) {
            throw new IllegalStateException("sums make simple means, not " + mean);
        }
        return decisions(new StretchGap(closes, fast, slow));
    }

    private Gap lines(double[] closes) {
        return new LineGap(line(closes, fast), line(closes, slow));
    }

    private double[] line(double[] closes, int period) {
        return mean.of(closes, period, reading == Reading.LEVEL ? WarmUp.PARTIAL : WarmUp.FULL);
    }

    @Override
    public List<Sight> sights(Bars bars) {
        double[] closes = bars.closes();
        String name = mean == Mean.SIMPLE ? "sma" : "ema";
        return List.of(Sight.price(name + "(" + fast + ")", line(closes, fast)), Sight.price(name + "(" + slow + ")", line(closes, slow)));
    }

    private Decisions decisions(Gap gap) {
        return reading == Reading.LEVEL ? new LevelDecisions(gap, side, fast) : new CrossDecisions(gap, side, slow - 1);
    }

    @Override
    public String words() {
        return "crossover mean=" + mean + " fast=" + fast + " slow=" + slow + " side=" + side + " reading=" + reading;
    }
}
