package entrepot.trading.sweep;

import entrepot.trading.backtest.Stretch;
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
    private final Cells cells;
    private final Space space;
    private final IntToLongFunction places;
    private final int rows;

    public SweepRun(Sweep sweep, Cells cells) {
        this.sweep = sweep;
        this.cells = cells;
        this.space = sweep.space();
        this.places = sweep.search().places(space);
        this.rows = sweep.search().rows(space);
    }

    public Cells cells() {
        return cells;
    }

    public Space space() {
        return space;
    }

    public int rows() {
        return rows;
    }

    public int chunks() {
        return sweep.chunks();
    }

    /** The number of the place that a row of a chunk stands for. */
    public long place(int chunk, int row) {
        return places.applyAsLong(chunk * sweep.pace().chunk() + row);
    }

    /** @param goOn asked now and then; @return null where it said no */
    public Chunk chunk(int number, BooleanSupplier goOn) {
        int size = sweep.pace().chunk();
        int apart = sweep.pace() == Pace.FAST ? STOP_EVERY : 1;
        Chunk chunk = Chunk.of(Math.min(size, rows - number * size));
        for (int from = 0; from < chunk.rows(); from += apart) {
            if (!goOn.getAsBoolean()) {
                return null;
            }
            fill(number, from, Math.min(chunk.rows(), from + apart), chunk);
        }
        return chunk;
    }

    private void fill(int number, int from, int to, Chunk chunk) {
        int[] found = IntStream.range(from, to).filter(row -> space.isCell(place(number, row))).toArray();
        if (cells.simple() != null) {
            cells.simple().fill(IntStream.of(found).mapToLong(row -> place(number, row)).toArray(), found, space, chunk);
            return;
        }
        for (int row : found) {
            List<Stretch> sides = replay(place(number, row));
            if (!sides.isEmpty()) {
                chunk.inSample().set(row, sides.get(0));
                chunk.outOfSample().set(row, sides.get(1));
            }
        }
    }

    /** Both stretches of a cell by the engine that goes bar by bar; none of a gap. */
    public List<Stretch> replay(long place) {
        return cells.whole(place).map(all -> {
            CellRun seen = cells.known() ? all : cells.inSample(place).orElseThrow();
            return List.of(seen.stretch(0, cells.split()), all.stretch(cells.split(), cells.times().length - 1));
        }).orElse(List.of());
    }

    /** The backtest of a cell up to the split, as it was known then. */
    CellRun inSample(long place) {
        return cells.inSample(place).orElseThrow(() -> gap(place));
    }

    CellRun whole(long place) {
        return cells.whole(place).orElseThrow(() -> gap(place));
    }

    private static IllegalArgumentException gap(long place) {
        return new IllegalArgumentException("place " + place + " is a gap");
    }
}
