package entrepot.trading.sweep;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Stretch;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Strategy;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Fills the chunks of a sweep. A chunk depends on the question and the bars alone, so chunks may be made in any order, by several
 * threads, before and after a break.
 */
public final class SweepRun {

    private static final int STOP_EVERY = 16;

    private final Sweep sweep;
    private final SweepBars bars;
    private final Space space;
    private final IntToLongFunction places;
    private final int rows;
    private final SimpleCells simple;

    public SweepRun(Sweep sweep, SweepBars bars) {
        this.sweep = sweep;
        this.bars = bars;
        this.space = sweep.space();
        this.places = sweep.search().places(space);
        this.rows = sweep.search().rows(space);
        this.simple = SimpleCells.of(sweep, bars);
    }

    public Space space() {
        return space;
    }

    public int rows() {
        return rows;
    }

    public int chunks() {
        return Chunk.count(rows);
    }

    /** The number of the place that a row of a chunk stands for. */
    public long place(int chunk, int row) {
        return places.applyAsLong(chunk * Chunk.ROWS + row);
    }

    /** @param goOn asked now and then; @return null where it said no */
    public Chunk chunk(int number, BooleanSupplier goOn) {
        Chunk chunk = Chunk.of(Math.min(Chunk.ROWS, rows - number * Chunk.ROWS));
        for (int from = 0; from < chunk.rows(); from += STOP_EVERY) {
            if (!goOn.getAsBoolean()) {
                return null;
            }
            fill(number, from, Math.min(chunk.rows(), from + STOP_EVERY), chunk);
        }
        return chunk;
    }

    private void fill(int number, int from, int to, Chunk chunk) {
        int[] cells = IntStream.range(from, to).filter(row -> space.isCell(place(number, row))).toArray();
        if (simple != null) {
            simple.fill(IntStream.of(cells).mapToLong(row -> place(number, row)).toArray(), cells, space, chunk);
            return;
        }
        for (int row : cells) {
            sweep.strategy(space, place(number, row)).ifPresent(strategy -> {
                List<Stretch> found = replay(strategy);
                chunk.inSample().set(row, found.get(0));
                chunk.outOfSample().set(row, found.get(1));
            });
        }
    }

    /** Both stretches of a cell by the engine that goes bar by bar; none of a gap. */
    public List<Stretch> replay(long place) {
        return sweep.strategy(space, place).map(this::replay).orElse(List.of());
    }

    private List<Stretch> replay(Strategy strategy) {
        BacktestResult all = result(bars.whole(), strategy);
        BacktestResult seen = bars.known() ? all : result(bars.inSample(), strategy);
        return List.of(Stretch.of(seen, 0, bars.split()), Stretch.of(all, bars.split(), bars.whole().size() - 1));
    }

    /** The backtest of a cell up to the split, as it was known then. */
    public BacktestResult inSample(long place) {
        return result(bars.inSample(), strategy(place));
    }

    public BacktestResult whole(long place) {
        return result(bars.whole(), strategy(place));
    }

    private Strategy strategy(long place) {
        return sweep.strategy(space, place).orElseThrow(() -> new IllegalArgumentException("place " + place + " is a gap"));
    }

    private BacktestResult result(Bars over, Strategy strategy) {
        return new Backtest(over, strategy, sweep.base().terms()).run();
    }
}
