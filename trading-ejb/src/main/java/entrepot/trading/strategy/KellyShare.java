package entrepot.trading.strategy;

import entrepot.trading.evidence.Kelly;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Another strategy with positions as large as Kelly's share of its own returns, all the money at most; times its own share, where it has one.
 *
 * <p>The returns are those from open to open that its positions of all the money would have had, before costs, longs and shorts together, from the first
 * bar up to the decision: of the bar that opened at {@code t} the position decided at the close before, known once the next open is. With their mean
 * μ and variance σ² the share is {@code fraction · μ / σ²}, 0 where that is below. It is worked out where the strategy changes what it wants, and at the
 * close that has {@value #FEWEST} returns for the first time; before that nothing is held. A position keeps the size it was opened with; one that was
 * not opened is not until the strategy wants something else. Returns from or to a price of 0 or less are left out; where all are equal the share is 0.
 *
 * @param fraction of the share, above 0 to 1: 0.5 for half Kelly
 * @see "Kelly, A New Interpretation of Information Rate, Bell System Technical Journal 35(4), 1956; Thorp, The Kelly Criterion in Blackjack, Sports Betting
 *     and the Stock Market, 2006, section 7: m / s²; MacLean, Thorp and Ziemba, Good and bad properties of the Kelly criterion, 2010"
 */
public record KellyShare(Strategy strategy, double fraction) implements Strategy {

    static final int FEWEST = 250;

    public KellyShare {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new Misfit("kelly", "must be above 0 and at most 1, is " + fraction);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        Decisions decided = strategy.on(bars);
        int[] targets = decided.targets();
        double[] full = full(bars, targets);
        double[] shares = new double[targets.length];
        double share = 0;
        int before = 0;
        for (int bar = 0; bar < targets.length; bar++) {
            int wanted = targets[bar];
            boolean known = !Double.isNaN(full[bar]);
            if (wanted != before || known && Double.isNaN(full[bar - 1])) {
                share = known ? Math.max(0, Math.min(1, fraction * full[bar])) * decided.share(bar) : 0;
            }
            shares[bar] = share;
            targets[bar] = share > 0 ? wanted : 0;
            before = wanted;
        }
        return new Sized(new Targets(targets), shares);
    }

    @Override
    public List<Sight> sights(Bars bars) {
        List<Sight> sights = new ArrayList<>(strategy.sights(bars));
        sights.add(Sight.number("μ / σ²", full(bars, strategy.on(bars).targets())));
        return sights;
    }

    /** {@code μ / σ²} at each close; not a number before there are enough returns. */
    private static double[] full(Bars bars, int[] targets) {
        double[] full = new double[targets.length];
        Arrays.fill(full, Double.NaN);
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int bar = 2; bar < full.length; bar++) {
            int side = targets[bar - 2];
            if (side != 0 && bars.open(bar - 1) > 0 && bars.open(bar) > 0) {
                double away = side * (bars.open(bar) / bars.open(bar - 1) - 1) - mean;
                count++;
                mean += away / count;
                squares += away * away * (count - 1) / count;
            }
            if (count >= FEWEST) {
                full[bar] = squares > 0 ? Kelly.single(mean, Math.sqrt(squares / (count - 1))) : 0;
            }
        }
        return full;
    }

    @Override
    public String words() {
        return strategy.words() + " kelly=" + fraction;
    }
}
