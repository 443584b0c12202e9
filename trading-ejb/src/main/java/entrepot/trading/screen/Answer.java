package entrepot.trading.screen;

import java.time.LocalDate;
import java.util.List;

/**
 * What one instrument said.
 *
 * @param number     from 1: those that passed by their rank, then the others by symbol
 * @param reason     why it was not judged, else null
 * @param ranked     by which it is ranked; not a number where it is undefined
 * @param columns    of the screen, in their order; not a number where undefined
 * @param bars       up to the day
 * @param lastDay    of the last of these, null where there is none
 * @param yearTrue   bars of the year up to the day at which the condition was true, of the {@code yearJudged} at which it was defined
 * @param dataHash   SHA-256 of the bars, as they were read
 */
public record Answer(int number, String symbol, Outcome outcome, Reason reason, double ranked, List<Double> columns, int bars, LocalDate lastDay,
        int yearTrue, int yearJudged, String dataHash) {

    public enum Outcome { PASSED, FAILED, NOT_JUDGED }

    /** Why an instrument was not judged; the first that holds, in this order. */
    public enum Reason {
        /** It has no daily bars up to the day. */
        NO_BARS,
        /** It has fewer than condition and rank need. */
        TOO_FEW_BARS,
        /** The last one is older than allowed. */
        STALE,
        /** The condition is undefined at the last bar, as after a division by zero. */
        CONDITION_UNDEFINED,
        /** It would pass, but what it is ranked by is undefined. */
        RANK_UNDEFINED
    }

    Answer numbered(int place) {
        return new Answer(place, symbol, outcome, reason, ranked, columns, bars, lastDay, yearTrue, yearJudged, dataHash);
    }
}
