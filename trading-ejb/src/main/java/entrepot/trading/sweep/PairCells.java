package entrepot.trading.sweep;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.PairBacktest;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import entrepot.trading.pair.PairRule;
import java.util.Currency;
import java.util.Optional;

/** Cells of a pair, over the times that both have. */
public final class PairCells implements Cells {

    private final Sweep sweep;
    private final PairBars inSample;
    private final PairBars whole;
    private final boolean known;
    private final Currency currency;
    private final Space space;

    /** @param one at the times of {@code other} */
    public PairCells(Sweep sweep, SweepBars one, SweepBars other, Currency currency) {
        this.sweep = sweep;
        this.inSample = new PairBars(one.inSample(), other.inSample());
        this.whole = new PairBars(one.whole(), other.whole());
        this.known = one.known() && other.known();
        this.currency = currency;
        this.space = sweep.space();
    }

    @Override
    public long[] times() {
        return whole.one().times();
    }

    @Override
    public int split() {
        return inSample.size() - 1;
    }

    @Override
    public boolean known() {
        return known;
    }

    @Override
    public String dataHash() {
        return ResultHash.of(whole);
    }

    @Override
    public Optional<CellRun> whole(long place) {
        return run(place, whole);
    }

    @Override
    public Optional<CellRun> inSample(long place) {
        return run(place, inSample);
    }

    private Optional<CellRun> run(long place, PairBars over) {
        return sweep.experiment(space, place).map(cell -> CellRun.of(backtest(cell, over).run(bar -> true).result()));
    }

    private PairBacktest backtest(Experiment cell, PairBars over) {
        PairRule rule = cell.pair().rule();
        return new PairBacktest(over, PairDecisions.of(rule, over), rule, cell.words(), cell.terms(), currency);
    }
}
