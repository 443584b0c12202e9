package entrepot.trading.sweep;

import entrepot.trading.backtest.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;

/**
 * Chooses the best cell of a sweep window by window and applies it to the bars after each. A cell runs once over all bars, bar by bar, and
 * every window looks at its stretch of that run: a decision knows no later bar, so neither does a choice. What was held where a
 * window begins goes on.
 *
 * @see "Pardo, The Evaluation and Optimization of Trading Strategies, 2nd ed. 2008, chapter 11"
 */
public final class WalkForward {

    /** Cells, so that it is a matter of seconds: it begins anew after a stop. */
    public static final int MOST_CELLS = 250_000;
    private static final int MOST_WINDOWS = 5_000;
    private static final double MILLIS_A_YEAR = 365.0 * 86_400_000;

    private final Sweep sweep;
    private final Cells cells;
    private final long[] times;
    private final List<Windows.Window> windows;

    public WalkForward(Sweep sweep, Cells cells, Windows windows) {
        this.sweep = sweep;
        this.cells = cells;
        this.times = cells.times();
        this.windows = windows.over(times.length);
        if (this.windows.size() > MOST_WINDOWS) {
            throw new IllegalArgumentException(times.length + " bars make " + this.windows.size() + " windows of " + windows.choose() + " and " + windows.apply()
                    + ", at most " + MOST_WINDOWS + " are told; apply each choice to more bars");
        }
        if (this.windows.isEmpty()) {
            throw new IllegalArgumentException(times.length + " bars are too few for windows of " + windows.choose() + " and " + windows.apply());
        }
    }

    /**
     * A window with its choice.
     *
     * @param cell null where no cell moved in it: then nothing is held after it
     * @param from when the window's first bar was, milliseconds of the epoch, UTC; {@code split} and {@code to} likewise
     */
    public record Step(Windows.Window window, Best.Cell cell, long from, long split, long to) {
        /** Net return after the split. */
        double applied() {
            return cell == null ? 0 : cell.outOfSample().netReturn();
        }
    }

    /**
     * What came of all windows.
     *
     * @param netReturn  of one choice applied after the other
     * @param efficiency what a year brought after the choices over what a year had brought in the windows that chose; not a number where
     *                   these brought nothing
     * @param profitable share of the windows after which the choice gained
     */
    public record Walked(List<Step> steps, double netReturn, double efficiency, double profitable) {}

    /** @param goOn asked at every cell; @return null where it said no */
    public Walked run(BooleanSupplier goOn) {
        Space space = sweep.space();
        IntToLongFunction places = sweep.search().places(space);
        Best.Cell[] best = new Best.Cell[windows.size()];
        for (int row = 0; row < sweep.search().rows(space); row++) {
            if (!goOn.getAsBoolean()) {
                return null;
            }
            long place = places.applyAsLong(row);
            cells.whole(place).ifPresent(run -> look(place, run, best));
        }
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < best.length; at++) {
            Windows.Window window = windows.get(at);
            steps.add(new Step(window, best[at], times[window.from()], times[window.split()], times[window.to()]));
        }
        return walked(steps);
    }

    private void look(long place, CellRun run, Best.Cell[] best) {
        for (int at = 0; at < best.length; at++) {
            Windows.Window window = windows.get(at);
            Stretch before = run.stretch(window.from(), window.split());
            if (!Double.isNaN(before.sharpe()) && (best[at] == null || before.sharpe() > best[at].inSample().sharpe())) {
                best[at] = new Best.Cell(place, before, run.stretch(window.split(), window.to()));
            }
        }
    }

    private Walked walked(List<Step> steps) {
        double after = 1;
        double before = 1;
        double yearsAfter = 0;
        double yearsBefore = 0;
        int gained = 0;
        for (Step step : steps) {
            after *= 1 + step.applied();
            before *= 1 + (step.cell() == null ? 0 : step.cell().inSample().netReturn());
            yearsAfter += years(step.window().split(), step.window().to());
            yearsBefore += years(step.window().from(), step.window().split());
            gained += step.applied() > 0 ? 1 : 0;
        }
        double chosen = annual(before, yearsBefore);
        return new Walked(steps, after - 1, chosen > 0 ? annual(after, yearsAfter) / chosen : Double.NaN, gained / (double) steps.size());
    }

    private static double annual(double times, double years) {
        return times > 0 ? Math.pow(times, 1 / years) - 1 : -1;
    }

    private double years(int from, int to) {
        return (times[to] - times[from]) / MILLIS_A_YEAR;
    }
}
