package entrepot.trading.strategy;

import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Another strategy with positions as large as make their volatility a given one, all the money at most; times its own share, where it has one. A position keeps the size it was
 * opened with. Volatility is that of the exponentially weighted returns of closes up to the decision, weights falling by 60/61 a bar so that
 * their centre is 60 bars back, times √261; before there are 60 returns, and after a price of 0 or less, nothing is held.
 *
 * @param target a year, as a share: 0.4 for 40 %
 * @see "Moskowitz, Ooi and Pedersen, Time Series Momentum, J. Financial Economics 104(2), 2012, equations 1 and 5: 40 %"
 */
public record VolatilityTarget(Strategy strategy, double target) implements Strategy {

    private static final int CENTRE = 60;
    private static final double KEPT = CENTRE / (CENTRE + 1.0);
    private static final double BARS_A_YEAR = 261;

    public VolatilityTarget {
        if (!(target > 0)) {
            throw new Misfit("target", "must be above 0, is " + target);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        double[] volatility = volatility(bars.closes());
        Decisions decided = strategy.on(bars);
        int[] targets = decided.targets();
        for (int bar = 0; bar < targets.length; bar++) {
            targets[bar] = Double.isNaN(volatility[bar]) ? 0 : targets[bar];
        }
        double[] shares = new double[targets.length];
        Arrays.setAll(shares, bar -> decided.share(bar) * (volatility[bar] > target ? target / volatility[bar] : 1));
        return new Sized(new Targets(targets), shares);
    }

    @Override
    public List<Sight> sights(Bars bars) {
        List<Sight> sights = new ArrayList<>(strategy.sights(bars));
        sights.add(Sight.number("volatility", volatility(bars.closes())));
        return sights;
    }

    /** A year, at each close. */
    private static double[] volatility(double[] closes) {
        double[] volatility = new double[closes.length];
        Arrays.fill(volatility, Double.NaN);
        double weight = 0;
        double mean = 0;
        double square = 0;
        for (int bar = 1, count = 1; bar < closes.length; bar++, count++) {
            double made = closes[bar - 1] > 0 && closes[bar] > 0 ? closes[bar] / closes[bar - 1] - 1 : Double.NaN;
            if (Double.isNaN(made)) {
                weight = mean = square = count = 0;
                continue;
            }
            weight = KEPT * weight + 1 - KEPT;
            mean = KEPT * mean + (1 - KEPT) * made;
            square = KEPT * square + (1 - KEPT) * made * made;
            if (count >= CENTRE) {
                double middle = mean / weight;
                volatility[bar] = Math.sqrt(BARS_A_YEAR * Math.max(0, square / weight - middle * middle));
            }
        }
        return volatility;
    }

    @Override
    public String words() {
        return strategy.words() + " volatility-target=" + target;
    }
}
