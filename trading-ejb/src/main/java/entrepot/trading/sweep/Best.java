package entrepot.trading.sweep;

import entrepot.trading.backtest.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The cells with the highest Sharpe ratios up to the split; of equal ones the first. What came after the split is not looked at. */
public final class Best {

    /** @param place its number; the figures are of both sides of the split */
    public record Cell(long place, Stretch inSample, Stretch outOfSample) {}

    private static final Comparator<Cell> WORST_FIRST = Comparator.comparingDouble((Cell cell) -> cell.inSample().sharpe())
            .thenComparing(Comparator.comparingLong(Cell::place).reversed());

    private final int most;
    private final PriorityQueue<Cell> cells = new PriorityQueue<>(WORST_FIRST);

    public Best(int most) {
        this.most = most;
    }

    /** Rows in the order of their places. */
    public void add(long place, Chunk chunk, int row) {
        double sharpe = chunk.inSample().sharpe()[row];
        if (Double.isNaN(sharpe) || cells.size() == most && sharpe < cells.peek().inSample().sharpe()) {
            return;
        }
        cells.add(new Cell(place, chunk.inSample().row(row), chunk.outOfSample().row(row)));
        if (cells.size() > most) {
            cells.poll();
        }
    }

    /** The best first. */
    public List<Cell> inOrder() {
        List<Cell> ordered = new ArrayList<>(cells);
        ordered.sort(WORST_FIRST.reversed());
        return ordered;
    }
}
