package entrepot.trading.backtest;

import entrepot.trading.strategy.Decisions;

/** One pair of a sweep on its way through the series, as far as its decisions go. */
final class CrossoverRun {

    private final Decisions decisions;
    private final Tally tally;
    private int decided = -1;
    private int held;

    CrossoverRun(Decisions decisions, Tally tally) {
        this.decisions = decisions;
        this.tally = tally;
    }

    /** @param last bar of the series, at whose close it is too late to decide */
    void goOn(int last, double entry, double exit) {
        int stop = Math.min(decisions.length(), last);
        for (int next = decisions.next(decided, held); next < stop; next = decisions.next(decided, held)) {
            if (held == 1) {
                tally.trade(decided + 1, entry, next + 1, exit);
            }
            held = 1 - held;
            decided = next;
        }
    }

    void into(SweepColumns columns, int row, double entry) {
        if (held == 1) {
            tally.keep(decided + 1, entry);
        }
        tally.into(columns, row);
    }
}
