package entrepot.trading.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a backtest's result can be believed. Sharpe ratios are of one bar.
 *
 * @param probabilistic      probability that the true ratio is above 0
 * @param deflated           the same after all trials: that it is above {@code luck}
 * @param luck               what the best of so many trials without skill is expected to reach
 * @param minimumTrackRecord bars from which a ratio like this is above 0 with 95 %; infinite where it is 0 or less
 */
public record Evidence(Moments returns, Trials trials, double probabilistic, double deflated, double luck, double minimumTrackRecord,
        List<Doubt> doubts, Verdict verdict) {

    public static final double CONFIDENCE = 0.95;
    public static final int ENOUGH_TRADES = 30;

    /**
     * What happened to a strategy besides its returns.
     *
     * @param fewDays      whether it was too short for figures of a year
     * @param totalReturn  as asked; then the same with costs doubled, and one bar late
     * @param permutation  p-value, or not a number
     * @param filled       what is doubtful in how its orders were filled, or null
     */
    public record Circumstances(int closedTrades, boolean fewDays, double totalReturn, double costsDoubled, double oneBarLate, double permutation, Doubt filled) {}

    public static Evidence of(Moments returns, Trials trials, Circumstances seen) {
        SharpeEvidence sharpe = SharpeEvidence.of(returns);
        double luck = SharpeEvidence.expectedMaximum(Math.max(1, trials.effective()), trials.variance());
        double deflated = sharpe.probabilistic(luck);
        double needed = sharpe.minimumTrackRecord(0, 1 - CONFIDENCE);
        List<Doubt> doubts = doubts(returns, deflated, needed, seen);
        return new Evidence(returns, trials, sharpe.probabilistic(0), deflated, luck, needed, doubts, verdict(returns, deflated, doubts));
    }

    private static List<Doubt> doubts(Moments returns, double deflated, double needed, Circumstances seen) {
        List<Doubt> doubts = new ArrayList<>();
        add(doubts, Doubt.SHORT_RECORD, returns.count() < needed && Double.isFinite(needed));
        add(doubts, Doubt.DEFLATED, !(deflated >= CONFIDENCE));
        add(doubts, Doubt.FEW_TRADES, seen.closedTrades() < ENOUGH_TRADES);
        add(doubts, Doubt.FEW_DAYS, seen.fewDays());
        add(doubts, Doubt.COSTS, seen.totalReturn() > 0 && seen.costsDoubled() <= 0);
        add(doubts, Doubt.LATE, seen.totalReturn() > 0 && seen.oneBarLate() <= 0);
        add(doubts, Doubt.PERMUTATION, seen.permutation() > 1 - CONFIDENCE);
        add(doubts, seen.filled(), seen.filled() != null);
        return List.copyOf(doubts);
    }

    private static void add(List<Doubt> doubts, Doubt doubt, boolean there) {
        if (there) {
            doubts.add(doubt);
        }
    }

    private static Verdict verdict(Moments returns, double deflated, List<Doubt> doubts) {
        if (Double.isNaN(returns.sharpe())) {
            return Verdict.SILENT;
        }
        if (returns.sharpe() <= 0) {
            return Verdict.NO_GAIN;
        }
        if (!(deflated >= CONFIDENCE)) {
            return Verdict.LUCK;
        }
        return doubts.isEmpty() ? Verdict.BEYOND_LUCK : Verdict.DOUBTFUL;
    }
}
