package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.market.Bars;
import entrepot.trading.pair.Ending;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import entrepot.trading.pair.PairRule;
import entrepot.trading.pair.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money of a pair beside an account kept by hand in plain numbers. */
class PairBacktestTest {

    private static final double CASH = 1e9;
    private static final Costs COSTS = new Costs(0.001, FeeBasis.VALUE, 0, 2, 0.0005);
    private static final Currency DOLLAR = Currency.getInstance("USD");

    private static PairResult run(PairBars bars, PairDecisions decisions, Costs costs) {
        return run(bars, decisions, PairRule.of(Map.of()), costs);
    }

    private static PairResult run(PairBars bars, PairDecisions decisions, PairRule rule, Costs costs) {
        return new PairBacktest(bars, decisions, rule, "pair", Terms.allIn(CASH, costs), DOLLAR).run(bar -> true);
    }

    @ParameterizedTest
    @EnumSource(PairRule.Method.class)
    void theAccountIsThatOfASlowReferenceAtEveryBar(PairRule.Method method) {
        int trades = 0;
        for (long seed = 1; seed <= 20; seed++) {
            PairBars bars = Pairs.together(seed, 300, 200);
            PairDecisions decisions = PairDecisions.of(Pairs.rule(method, new SplittableRandom(seed)), bars);
            PairResult found = run(bars, decisions, COSTS);
            double[] slow = new Slow(bars, decisions, 0, 0).worth;
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

    @Test
    void shortsAreBorrowedAndWhatFallsBelowTheMarginIsClosedAsASlowReferenceDoes() {
        int liquidations = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PairBars bars = wild(random, 300);
            PairDecisions decisions = atRandom(random, bars.size());
            PairRule rule = PairRule.of(Map.of("margin", random.nextDouble(0.6, 1), "borrow", random.nextDouble()));
            PairResult found = run(bars, decisions, rule, COSTS);
            Slow slow = new Slow(bars, decisions, rule.margin(), rule.borrow());
            for (int bar = 0; bar < bars.size(); bar++) {
                assertThat(found.result().equity()[bar]).as("bar " + bar + ", seed " + seed).isCloseTo(slow.worth[bar], within(1e-9 * CASH));
            }
            assertThat(found.borrow()).as("seed " + seed).isCloseTo(slow.borrow, within(1e-9 * CASH));
            assertThat(found.legs().stream().filter(leg -> !leg.second() && leg.ending() == Ending.MARGIN).map(leg -> leg.trade().exit()).toList())
                    .as("seed " + seed).isEqualTo(slow.closedOut);
            assertThat(found.liquidations()).isEqualTo(slow.closedOut.size());
            double profit = found.legs().stream().mapToDouble(leg -> leg.trade().profit()).sum();
            assertThat(found.result().endValue()).as("seed " + seed).isCloseTo(CASH + profit - found.borrow(), within(1.0));
            int cut = random.nextInt(60, 299);
            assertThat(run(bars.cut(cut), decisions, rule, COSTS).result().equity()).as("seed " + seed)
                    .containsExactly(Arrays.copyOf(found.result().equity(), cut));
            liquidations += found.liquidations();
        }
        assertThat(liquidations).isGreaterThan(30);
    }

    @Test
    void aShortThatIsBorrowedByHand() {
        // 1,000 for one long at 10 and half of the other short at 20, both worth 500: 50 and 25. At 36.5 % a year and 20 the short costs 0.50 a day.
        // At a close of 46 the short is worth 1,150, the account 999.00 + 500 - 1,150 = 349.00, less than a quarter of both legs, 1,650.
        PairBars bars = new PairBars(days(10, 10, 10, 10, 10, 10), days(20, 20, 20, 46, 46, 46));
        double[] none = new double[6];
        double[] halves = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
        PairDecisions decisions = new PairDecisions(halves, none, none, none, new int[] {1, 1, 1, 1, 1, 1}, new Ending[6]);
        Terms terms = Terms.allIn(1000, Costs.NONE);
        PairResult found = new PairBacktest(bars, decisions, PairRule.of(Map.of("margin", 0.5, "borrow", 0.365)), "pair", terms, DOLLAR).run(bar -> true);
        assertThat(found.result().equity()).containsExactly(1000, 1000, 999.50, 349.00, 347.85, 347.85);
        assertThat(found.borrow()).isEqualTo(2.15);
        assertThat(found.liquidations()).isEqualTo(1);
        assertThat(found.legs()).extracting(Leg::ending).containsExactly(Ending.MARGIN, Ending.MARGIN);
        assertThat(new PairBacktest(bars, decisions, PairRule.of(Map.of("borrow", 0.365)), "pair", terms, DOLLAR).run(bar -> true).liquidations()).isZero();
    }

    private static Bars days(double... prices) {
        return Bars.ofPrices(LongStream.range(0, prices.length).map(day -> day * 86_400_000).toArray(), prices);
    }

    /** Prices that move by a tenth a day, each by itself. */
    private static PairBars wild(SplittableRandom random, int size) {
        return new PairBars(days(wildly(random, size)), days(wildly(random, size)));
    }

    private static double[] wildly(SplittableRandom random, int size) {
        double[] prices = new double[size];
        double price = 100;
        for (int bar = 0; bar < size; bar++) {
            price = Math.min(1e4, Math.max(1, price * Math.exp(0.1 * random.nextGaussian())));
            prices[bar] = Math.rint(100 * price) / 100;
        }
        return prices;
    }

    /** Sides that last a while, with nothing between two. */
    private static PairDecisions atRandom(SplittableRandom random, int size) {
        int[] targets = new int[size];
        Ending[] endings = new Ending[size];
        for (int bar = 1; bar < size; bar++) {
            targets[bar] = targets[bar - 1] == 0 ? random.nextInt(-1, 2) : random.nextInt(25) == 0 ? 0 : targets[bar - 1];
            endings[bar] = targets[bar] == 0 && targets[bar - 1] != 0 ? Ending.BACK : null;
        }
        double[] hedges = IntStream.range(0, size).mapToDouble(bar -> random.nextDouble(0.2, 2)).toArray();
        return new PairDecisions(hedges, new double[size], new double[size], new double[size], targets, endings);
    }

    /** What is wanted at a close is had at the next open; both legs pay. Shorts are paid for at the close before, and a want of margin is seen at the close. */
    private static final class Slow {
        private final double[] worth;
        private final List<Integer> closedOut = new ArrayList<>();
        private double borrow;
        private double cash = CASH;
        private double ones;
        private double others;

        private Slow(PairBars bars, PairDecisions decisions, double margin, double rate) {
            worth = new double[bars.size()];
            boolean called = false;
            for (int bar = 0; bar < worth.length; bar++) {
                int before = bar > 1 ? decisions.targets()[bar - 2] : 0;
                int wanted = bar > 0 ? decisions.targets()[bar - 1] : 0;
                if (bar > 0) {
                    pay(rate / 365 * Math.max(0, -ones * bars.one().close(bar - 1)));
                    pay(rate / 365 * Math.max(0, -cash));
                    pay(rate / 365 * Math.max(0, -others * bars.other().close(bar - 1)));
                }
                double one = bars.one().open(bar);
                double other = bars.other().open(bar);
                if (called) {
                    closedOut.add(bar);
                }
                if (ones != 0 && (called || wanted == 0)) {
                    cash += paid(-ones, one) + paid(-others, other);
                    ones = others = 0;
                } else if (wanted != 0 && before == 0 && cash > 0) {
                    double hedge = decisions.hedge()[bar - 1];
                    ones = wanted * cash / (bars.one().close(bar - 1) + hedge * bars.other().close(bar - 1));
                    others = -hedge * ones;
                    cash += paid(ones, one) + paid(others, other);
                }
                double first = ones * bars.one().close(bar);
                double second = others * bars.other().close(bar);
                worth[bar] = cash + first + second;
                called = ones != 0 && worth[bar] < margin / 2 * (Math.abs(first) + Math.abs(second));
            }
        }

        private void pay(double money) {
            cash -= money;
            borrow += money;
        }
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
