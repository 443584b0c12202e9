package entrepot.trading.sweep;

import entrepot.trading.evidence.Moments;
import java.util.List;

/**
 * What a sweep comes to.
 *
 * @param cells                  that hold, gaps left out
 * @param moved                  of them, those that traded up to the split, so that they have a Sharpe ratio
 * @param meanSharpe             of these up to the split, of one bar; {@code variance} is theirs
 * @param together               mean correlation of the monthly returns of some cells at equal distances; 0 where it cannot be told
 * @param best                   the chosen one first; empty where none moved
 * @param stability              of the chosen one, or null
 * @param inSampleReturns        of the chosen one's bars up to the split, or null
 * @param outOfSampleReturns     of those after it
 * @param inSampleBarsPerYear    what brings figures of a bar to a year; {@code outOfSampleBarsPerYear} after the split
 * @param walked                 what came of choosing window by window, or null where that was not asked
 * @param compared               some cells with each other; null where none is chosen, and of sweeps of before there was it
 * @param splitTime              of the last bar that the choice saw, milliseconds of the epoch, UTC, as the other times
 */
public record Summary(long cells, long moved, double meanSharpe, double variance, double together, List<Best.Cell> best,
        Stability stability, Moments inSampleReturns, Moments outOfSampleReturns, double inSampleBarsPerYear, double outOfSampleBarsPerYear,
        int inSampleBars, int outOfSampleBars, long firstTime, long splitTime, long lastTime, WalkForward.Walked walked, Compared compared) {

    /**
     * How the cells one step away from the chosen one did up to the split. A peak that stands alone is luck rather than a rule.
     *
     * @param neighbours that moved
     * @param median     of their Sharpe ratios of one bar; not a number of none
     */
    public record Stability(int neighbours, double median, double worst, double outOfSampleMedian) {}
}
