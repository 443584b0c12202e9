package entrepot.trading.replay;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;

/**
 * What a replay is run with; times are nanoseconds.
 *
 * @param startCash minor units
 * @param resting   what a fill costs that rested, {@code taking} one that took
 * @param latency   from a decision until the market knows of it, 0 or more
 * @param clock     from one decision, and one value of the account, to the next; whole milliseconds
 * @param from      before which nothing is decided, of the epoch
 */
public record ReplayTerms(Contract contract, long startCash, FeeSchedule resting, FeeSchedule taking, long latency, long clock, long from) {

    static final long MILLI = 1_000_000;

    public ReplayTerms {
        if (latency < 0 || clock < MILLI || clock % MILLI != 0) {
            throw new IllegalArgumentException("latency is " + latency + ", clock is " + clock + ", must be 0 or more, and whole milliseconds");
        }
    }

    /** Where there is more of something than is kept. */
    IllegalStateException beyond(int most, String what) {
        return new IllegalStateException(contract.symbol() + " with a clock of " + Parameter.decimal(clock / 1e9) + " s has more than " + most + " " + what
                + "; choose a longer clock or fewer days");
    }
}
