package entrepot.trading.backtest;

import entrepot.trading.evidence.Permutation;
import entrepot.trading.market.Bars;
import entrepot.trading.pair.Ending;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import java.util.List;

/**
 * What came of a pair.
 *
 * @param result its trades are of the spread: units of the first, prices of the first less those of the second it was hedged with
 * @param legs   two for each trade, in their order
 * @param borrow paid on shorts and on owed money
 */
public record PairResult(PairBars bars, PairDecisions decisions, BacktestResult result, List<Leg> legs, double borrow) {

    /** How many trades were closed for want of margin. */
    public int liquidations() {
        return (int) legs.stream().filter(leg -> !leg.second() && leg.ending() == Ending.MARGIN).count();
    }

    /** SHA-256 of the bars of both. */
    public String dataHash() {
        return ResultHash.of(bars);
    }

    /** As {@link BacktestResult#hash}, with the bars of both. */
    public String hash() {
        return new ResultHash().add(dataHash()).add(result.hash()).hex();
    }

    /** Of the side held over returns of the spread from open to open, by what both legs are worth, hedged as was known before. */
    public Permutation permutation() {
        Bars one = bars.one();
        Bars other = bars.other();
        double[] returns = new double[bars.size()];
        double[] positions = new double[bars.size()];
        int[] held = result.held();
        for (int bar = 1; bar < returns.length; bar++) {
            boolean last = bar + 1 == returns.length;
            double hedge = decisions.hedge()[bar - 1];
            double made = (last ? one.close(bar) : one.open(bar + 1)) - one.open(bar)
                    - hedge * ((last ? other.close(bar) : other.open(bar + 1)) - other.open(bar));
            double worth = one.open(bar) + hedge * other.open(bar);
            returns[bar] = hedge > 0 && worth > 0 ? made / worth : 0;
            positions[bar] = held[bar];
        }
        return Scrutiny.drawn(returns, positions);
    }
}
