package entrepot.trading.sweep;

import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.market.Bars;
import java.util.Currency;
import java.util.Optional;

/** Cells of one instrument: a strategy with the size of its positions, or a market that is made. */
public final class BarCells implements Cells {

    private final Sweep sweep;
    private final SweepBars bars;
    private final Currency currency;
    private final Space space;
    private final SimpleCells simple;

    public BarCells(Sweep sweep, SweepBars bars, Currency currency) {
        this.sweep = sweep;
        this.bars = bars;
        this.currency = currency;
        this.space = sweep.space();
        this.simple = SimpleCells.of(sweep, bars);
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
        return ResultHash.of(bars.whole());
    }

    @Override
    public Optional<CellRun> whole(long place) {
        return run(place, bars.whole());
    }

    @Override
    public Optional<CellRun> inSample(long place) {
        return run(place, bars.inSample());
    }

    private Optional<CellRun> run(long place, Bars over) {
        return sweep.experiment(space, place).map(cell -> CellRun.of(result(cell, over)));
    }

    private BacktestResult result(Experiment cell, Bars over) {
        return cell.making() != null ? OrderedBacktest.making(over, cell.making(), cell.terms(), cell.execution(), currency, 0).run(bar -> true)
                : OrderedBacktest.run(over, cell.sized(), cell.terms(), cell.orders(), cell.execution(), currency, bar -> true);
    }

    @Override
    public SimpleCells simple() {
        return simple;
    }
}
