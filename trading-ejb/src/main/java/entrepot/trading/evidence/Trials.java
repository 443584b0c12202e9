package entrepot.trading.evidence;

import java.util.List;

/**
 * All that was tried on an instrument.
 *
 * @param count       every backtest that asked something new, and every cell of every sweep
 * @param effective   as how many independent ones they count
 * @param correlation mean over all pairs of backtests; 0 where no pair can be compared
 * @param variance    of their Sharpe ratios of one bar; 0 of one trial
 */
public record Trials(long count, double effective, double correlation, double variance) {

    /** In any order. Trials that did not move count, and say nothing about the spread. */
    public static Trials of(List<Trial> trials) {
        long count = trials.stream().mapToLong(Trial::cells).sum();
        double independent = trials.stream().mapToDouble(trial -> SharpeEvidence.effectiveTrials(trial.cells(), trial.together())).sum();
        double correlation = correlation(trials);
        return new Trials(count, SharpeEvidence.effectiveTrials(independent, correlation), correlation, variance(trials));
    }

    private static double correlation(List<Trial> trials) {
        double sum = 0;
        long pairs = 0;
        for (int one = 0; one < trials.size(); one++) {
            for (int other = 0; other < one; other++) {
                double found = correlation(trials.get(one), trials.get(other));
                sum += Double.isNaN(found) ? 0 : found;
                pairs += Double.isNaN(found) ? 0 : 1;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static double correlation(Trial one, Trial other) {
        return one.months() == null || other.months() == null ? Double.NaN : one.months().correlation(other.months());
    }

    private static double variance(List<Trial> trials) {
        List<Trial> moved = trials.stream().filter(trial -> !Double.isNaN(trial.sharpe())).toList();
        double cells = moved.stream().mapToDouble(Trial::cells).sum();
        double mean = moved.stream().mapToDouble(trial -> trial.cells() * trial.sharpe()).sum() / cells;
        double squares = moved.stream().mapToDouble(trial ->
                (trial.cells() - 1) * trial.variance() + trial.cells() * (trial.sharpe() - mean) * (trial.sharpe() - mean)).sum();
        return cells > 1 ? squares / (cells - 1) : 0;
    }
}
