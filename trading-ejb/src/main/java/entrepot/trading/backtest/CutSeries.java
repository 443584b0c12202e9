package entrepot.trading.backtest;

import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Strategy;
import java.util.Arrays;
import java.util.OptionalInt;

/** Finds a strategy that sees the future: it is run again on the bars up to a cut, and must decide the same up to there. */
public final class CutSeries {

    private final Strategy strategy;
    private final Bars bars;
    private final int[] whole;

    public CutSeries(Strategy strategy, Bars bars) {
        this.strategy = strategy;
        this.bars = bars;
        this.whole = strategy.on(bars).targets();
    }

    /** The first decision that the later bars changed, or none. @param cut bars that are left, 1 or more */
    public OptionalInt changedBy(int cut) {
        int at = Arrays.mismatch(strategy.on(bars.slice(0, cut)).targets(), Arrays.copyOf(whole, cut));
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
