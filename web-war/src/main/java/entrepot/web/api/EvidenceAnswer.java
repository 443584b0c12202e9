package entrepot.web.api;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.server.BacktestEvidence;
import entrepot.trading.evidence.Doubt;
import entrepot.trading.evidence.Evidence;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.Permutation;
import entrepot.trading.evidence.Trials;
import entrepot.trading.evidence.Verdict;
import entrepot.web.language.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How far a backtest can be believed, as clients see it; {@code docs/evidence.md} has the formulas. Figures are decimals in strings.
 *
 * @param trials             on the instrument up to now
 * @param trialVariance      of their Sharpe ratios of one bar
 * @param returns            what the figures are made of, of one bar; kurtosis is raw
 * @param luckSharpe         a year, what the best of so many trials without skill would reach
 * @param minimumTrackRecord bars; absent where no number of them is enough
 * @param warnings           why the sample does not carry the claim
 * @param sentence           the verdict in words
 */
record EvidenceAnswer(long trials, BigDecimal effectiveTrials, BigDecimal trialCorrelation, BigDecimal trialVariance, Returns returns,
        BigDecimal probabilisticSharpe, BigDecimal deflatedSharpe, BigDecimal luckSharpe, Long minimumTrackRecord, Again costsDoubled,
        Again oneBarLate, Order permutation, List<Doubt> warnings, Verdict verdict, String sentence) {

    record Returns(int count, BigDecimal sharpe, BigDecimal skew, BigDecimal kurtosis) {
        static Returns of(Moments found) {
            return new Returns(found.count(), decimal(found.sharpe()), decimal(found.skew()), decimal(found.kurtosis()));
        }
    }

    record Again(BigDecimal totalReturn, BigDecimal sharpe) {
        static Again of(Scrutiny.Again found) {
            return new Again(decimal(found.totalReturn()), decimal(found.sharpe()));
        }
    }

    /** @param pValue share of random orders of the positions that do as well */
    record Order(BigDecimal pValue, long orders, long seed) {
        static Order of(Permutation found) {
            return new Order(decimal(found.pValue()), found.orders(), found.seed());
        }
    }

    static EvidenceAnswer of(BacktestEvidence evidence, Performance performance) {
        Evidence found = evidence.found();
        Trials trials = found.trials();
        Scrutiny scrutiny = evidence.scrutiny();
        double luck = found.luck() * Math.sqrt(performance.barsPerYear());
        return new EvidenceAnswer(trials.count(), decimal(trials.effective()), decimal(trials.correlation()), decimal(trials.variance()),
                Returns.of(found.returns()), decimal(found.probabilistic()), decimal(found.deflated()), decimal(luck),
                needed(found.minimumTrackRecord()), Again.of(scrutiny.costsDoubled()), Again.of(scrutiny.oneBarLate()),
                Order.of(scrutiny.permutation()), found.doubts(), found.verdict(), sentence(found, luck, performance.sharpe()));
    }

    private static Long needed(double bars) {
        return Double.isFinite(bars) ? (long) Math.ceil(bars) : null;
    }

    private static String sentence(Evidence found, double luck, double sharpe) {
        return Language.ENGLISH.text("evidence.verdict." + found.verdict(), found.trials().count(), round(found.trials().effective()),
                round(luck), round(sharpe), round(100 * found.deflated()) + " %");
    }

    private static String round(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString() : "none";
    }

    private static BigDecimal decimal(double value) {
        return BacktestAnswer.decimal(value);
    }
}
