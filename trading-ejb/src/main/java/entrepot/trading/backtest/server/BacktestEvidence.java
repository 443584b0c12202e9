package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.evidence.Doubt;
import entrepot.trading.evidence.Evidence;
import entrepot.trading.evidence.SharpeEvidence;
import entrepot.trading.evidence.Trials;

/**
 * How far a result can be believed after all trials on its instrument, or of portfolios with one of its instruments, up to now.
 *
 * @param holdProbabilistic probability that the Sharpe ratio of buying and holding is above 0
 */
public record BacktestEvidence(Evidence found, double holdProbabilistic, Scrutiny scrutiny) {

    public static BacktestEvidence of(Performance performance, Scrutiny scrutiny, Trials trials) {
        return of(performance, scrutiny, trials, null);
    }

    /** @param filled what is doubtful in how its orders were filled, or null */
    static BacktestEvidence of(Performance performance, Scrutiny scrutiny, Trials trials, Doubt filled) {
        Evidence.Circumstances seen = new Evidence.Circumstances(performance.closedTrades(),
                performance.hasFewDays(scrutiny.strategy().count()), performance.totalReturn(), scrutiny.costsDoubled().totalReturn(),
                scrutiny.oneBarLate().totalReturn(), scrutiny.permutation().pValue(), filled);
        return new BacktestEvidence(Evidence.of(scrutiny.strategy(), trials, seen), SharpeEvidence.of(scrutiny.hold()).probabilistic(0),
                scrutiny);
    }
}
