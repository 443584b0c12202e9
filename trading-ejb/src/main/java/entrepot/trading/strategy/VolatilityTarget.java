package entrepot.trading.strategy;

import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Another strategy with positions as large as make their volatility a given one, all the money at most; times its own share, where it has one. A position keeps the size it was
 * opened with. Volatility is that of the exponentially weighted returns of closes up to the decision, weights falling by 60/61 a bar so that
 * their centre is 60 bars back, times √261 of days; before there are 60 returns, and after a price of 0 or less, nothing is held. Of bars of another length
 * a year has as many as the bars up to the decision had, and before these span 30 days nothing is held either.
 *
 * @param target  a year, as a share: 0.4 for 40 %
 * @param counted whether the bars of a year are counted, not taken for days
 * @see "Moskowitz, Ooi and Pedersen, Time Series Momentum, J. Financial Economics 104(2), 2012, equations 1 and 5: 40 %"
 */
public record VolatilityTarget(Strategy strategy, double target, boolean counted) implements Strategy {

    private static final int CENTRE = 60;
    private static final double KEPT = CENTRE / (CENTRE + 1.0);
    private static final double BARS_A_YEAR = 261;
    private static final double MILLIS_A_DAY = 86_400_000;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double FEWEST_DAYS = 30;

    /** Of days. */
    public VolatilityTarget(Strategy strategy, double target) {
        this(strategy, target, false);
    }

    public VolatilityTarget {
        if (!(target > 0)) {
            throw new Misfit("target", "must be above 0, is " + target);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        double[] volatility = volatility(bars);
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
        sights.add(Sight.number("volatility", volatility(bars)));
        return sights;
    }

    /** A year, at each close. */
    private double[] volatility(Bars bars) {
        double[] closes = bars.closes();
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
                volatility[bar] = Math.sqrt(barsAYear(bars, bar) * Math.max(0, square / weight - middle * middle));
            }
        }
        return volatility;
    }

    /** Not a number before so many days are known that they can be counted. */
    private double barsAYear(Bars bars, int bar) {
        double days = (bars.time(bar) - bars.time(0)) / MILLIS_A_DAY;
        return !counted ? BARS_A_YEAR : days < FEWEST_DAYS ? Double.NaN : bar * DAYS_A_YEAR / days;
    }

    @Override
    public String words() {
        return strategy.words() + " volatility-target=" + target + (counted ? " counted" : "");
    }
}
