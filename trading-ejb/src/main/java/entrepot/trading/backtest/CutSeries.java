package entrepot.trading.backtest;

import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Strategy;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds a strategy that sees the future: it is run again on the bars up to a cut, and must decide the same up to there. */
public final class CutSeries {

    private final Strategy strategy;
    private final Bars bars;
    private final int[] whole;
    private final Decisions decided;

    public CutSeries(Strategy strategy, Bars bars) {
        this.strategy = strategy;
        this.bars = bars;
        this.decided = strategy.on(bars);
        this.whole = decided.targets();
    }

    /** The first decision that the later bars changed, or none. @param cut bars that are left, 1 or more */
    public OptionalInt changedBy(int cut) {
        Decisions part = strategy.on(bars.slice(0, cut));
        int[] targets = part.targets();
        return IntStream.range(0, cut).filter(at -> targets[at] != whole[at] || part.share(at) != decided.share(at)).findFirst();
    }
}
