package entrepot.trading.evidence.server;

import entrepot.trading.evidence.MonthlyReturns;
import java.time.LocalDateTime;

/**
 * A trial as its row says: one backtest, or a whole sweep with what its cells have in common.
 *
 * @param dataHash     SHA-256 of the bars; times are of the first and the last, milliseconds of the epoch, UTC
 * @param resultHash   of what came of it; the same question on the same bars has the same
 * @param strategy     with its parameters, in words
 * @param terms        money and costs, in words
 * @param sharpe       of one bar, mean over the cells; not a number where nothing moved
 * @param observations returns it was seen in
 * @param months       null of a sweep
 */
public record TrialRow(long number, LocalDateTime madeAt, String madeBy, String symbol, String dataHash, String resultHash,
        String strategy, String terms, long firstTime, long lastTime, long cells, double sharpe, double variance, double together,
        int observations, double skew, double kurtosis, MonthlyReturns months) {

    /** Stands for the instrument of a portfolio; no instrument can be named so. */
    public static final String PORTFOLIO = "(portfolio)";
}
