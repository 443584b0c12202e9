package entrepot.trading.learning.server;

import entrepot.trading.learning.Assessment;
import java.util.List;

/**
 * What a backtest that is learned found out, all its models together.
 *
 * @param sets every set of hyperparameters, as if it had been used alone
 */
public record Study(Assessment assessment, List<Tried> sets) {

    /** @param chosen how many fits chose it; @param sharpe of one bar, not a number where nothing moved */
    public record Tried(String set, int chosen, double totalReturn, double sharpe) {}
}
