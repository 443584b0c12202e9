package entrepot.trading.sweep;

import java.util.Optional;

/** The cells of a sweep: of each a backtest over all bars, and one over those up to the split with what was known then. */
public interface Cells {

    /** Of all bars, milliseconds of the epoch, UTC. */
    long[] times();

    /** The last bar that the choice sees. */
    int split();

    /** Whether the bars up to the split are the same as known then and at the end. */
    boolean known();

    /** SHA-256 of all that cells are run on. */
    String dataHash();

    /** Over all bars; none of a gap. */
    Optional<CellRun> whole(long place);

    /** Up to the split, as it was known then; none of a gap. */
    Optional<CellRun> inSample(long place);

    /** Those that can be jumped through; null where all have to go bar by bar. */
    default SimpleCells simple() {
        return null;
    }

    /** Bars a year, as a backtest up to the split counts them. */
    default double inSampleBarsPerYear() {
        return barsPerYear(0, split());
    }

    default double outOfSampleBarsPerYear() {
        return barsPerYear(split(), times().length - 1);
    }

    private double barsPerYear(int from, int to) {
        double days = (times()[to] - times()[from]) / 86_400_000.0;
        return (to - from) * 365.25 / days;
    }
}
