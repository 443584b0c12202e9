package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.pair.Ending;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import entrepot.trading.pair.PairRule;
import entrepot.trading.pair.Pairs;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money of a pair beside an account kept by hand in plain numbers. */
class PairBacktestTest {

    private static final double CASH = 1e9;
    private static final Costs COSTS = new Costs(0.001, FeeBasis.VALUE, 0, 2, 0.0005);
    private static final Currency DOLLAR = Currency.getInstance("USD");

    private static PairResult run(PairBars bars, PairDecisions decisions, Costs costs) {
        return new PairBacktest(bars, decisions, "pair", Terms.allIn(CASH, costs), DOLLAR).run(bar -> true);
    }

    @ParameterizedTest
    @EnumSource(PairRule.Method.class)
    void theAccountIsThatOfASlowReferenceAtEveryBar(PairRule.Method method) {
        int trades = 0;
        for (long seed = 1; seed <= 20; seed++) {
            PairBars bars = Pairs.together(seed, 300, 200);
            PairDecisions decisions = PairDecisions.of(Pairs.rule(method, new SplittableRandom(seed)), bars);
            PairResult found = run(bars, decisions, COSTS);
            double[] slow = slowly(bars, decisions);
            for (int bar = 0; bar < slow.length; bar++) {
                assertThat(found.result().equity()[bar]).as("bar " + bar + ", seed " + seed).isCloseTo(slow[bar], within(1e-9 * CASH));
            }
            trades += found.result().closedTrades().size();
            assertThat(found.legs()).hasSize(2 * found.result().trades().size());
            double profit = found.legs().stream().mapToDouble(leg -> leg.trade().profit()).sum();
            assertThat(found.result().trades().stream().mapToDouble(Trade::profit).sum()).isCloseTo(profit, within(1e-3));
            if (found.result().trades().stream().noneMatch(Trade::open)) {
                assertThat(found.result().endValue()).as("seed " + seed).isCloseTo(CASH + profit, within(1.0));
            }
            assertThat(found.legs()).allSatisfy(leg -> assertThat(leg.ending() == Ending.OPEN).isEqualTo(leg.trade().open()));
        }
        assertThat(trades).isGreaterThan(100);
    }

    /** What is wanted at a close is had at the next open; both legs pay. */
    private static double[] slowly(PairBars bars, PairDecisions decisions) {
        double[] worth = new double[bars.size()];
        double cash = CASH;
        double ones = 0;
        double others = 0;
        for (int bar = 0; bar < worth.length; bar++) {
            int before = bar > 1 ? decisions.targets()[bar - 2] : 0;
            int wanted = bar > 0 ? decisions.targets()[bar - 1] : 0;
            if (wanted != before) {
                double one = bars.one().open(bar);
                double other = bars.other().open(bar);
                if (before != 0) {
                    cash += paid(-ones, one) + paid(-others, other);
                    ones = others = 0;
                } else {
                    double hedge = decisions.hedge()[bar - 1];
                    ones = wanted * cash / (bars.one().close(bar - 1) + hedge * bars.other().close(bar - 1));
                    others = -hedge * ones;
                    cash += paid(ones, one) + paid(others, other);
                }
            }
            worth[bar] = cash + ones * bars.one().close(bar) + others * bars.other().close(bar);
        }
        return worth;
    }

    private static double paid(double units, double open) {
        double price = open * (1 + Math.signum(units) * COSTS.slippage());
        return -units * price - COSTS.feeRate() * Math.abs(units) * price - COSTS.perOrder();
    }

    @ParameterizedTest
    @EnumSource(PairRule.Method.class)
    void costsTakeFromBothLegsAndTheSameQuestionHasTheSameHash(PairRule.Method method) {
        PairBars bars = Pairs.together(5, 400, 400);
        PairDecisions decisions = PairDecisions.of(Pairs.rule(method, new SplittableRandom(5)), bars);
        PairResult found = run(bars, decisions, COSTS);
        assertThat(found.legs()).allSatisfy(leg -> assertThat(leg.trade().fees()).isPositive());
        assertThat(found.result().endValue()).isLessThan(run(bars, decisions, Costs.NONE).result().endValue())
                .isGreaterThan(run(bars, decisions, COSTS.doubled()).result().endValue());
        assertThat(run(bars, decisions, COSTS).hash()).isEqualTo(found.hash()).isNotEqualTo(run(bars, decisions.late(), COSTS).hash());
        assertThat(found.permutation().pValue()).isBetween(0.0, 1.0);
    }
}
