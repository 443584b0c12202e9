package entrepot.trading.sweep;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.Traded;
import java.util.Optional;

/** Cells of one instrument: a strategy with the size of its positions, or a market that is made. */
public final class BarCells implements Cells {

    private final Sweep sweep;
    private final Traded inSample;
    private final Traded whole;
    private final SweepBars bars;
    private final Space space;
    private final SimpleCells simple;

    /** @param inSample as known at the split */
    public BarCells(Sweep sweep, Traded inSample, Traded whole) {
        this.sweep = sweep;
        this.inSample = inSample;
        this.whole = whole;
        this.bars = SweepBars.of(inSample.bars(), whole.bars());
        this.space = sweep.space();
        this.simple = whole.isPlain() ? SimpleCells.of(sweep, bars) : null;
    }

    @Override
    public long[] times() {
        return bars.whole().times();
    }

    @Override
    public int split() {
        return bars.inSample().size() - 1;
    }

    @Override
    public boolean known() {
        return bars.known();
    }

    @Override
    public String dataHash() {
        return whole.dataHash();
    }

    @Override
    public Optional<CellRun> whole(long place) {
        return run(place, whole);
    }

    @Override
    public Optional<CellRun> inSample(long place) {
        return run(place, inSample);
    }

    private Optional<CellRun> run(long place, Traded over) {
        return sweep.experiment(space, place).map(cell -> CellRun.of(result(cell, over)));
    }

    private BacktestResult result(Experiment cell, Traded over) {
        return cell.making() != null ? OrderedBacktest.making(over.bars(), cell.making(), cell.terms(), cell.execution(), over.currency(), 0).run(bar -> true)
                : OrderedBacktest.run(over, cell.sized(), cell.terms(), cell.orders(), cell.execution(), bar -> true);
    }

    @Override
    public SimpleCells simple() {
        return simple;
    }
}
