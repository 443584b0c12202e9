package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.Walk;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Late;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A rule that says what a built-in strategy does is that strategy; any rule sees only the past. */
class RuleStrategyTest {

    private static final Terms TERMS = Terms.allIn(10_000, new Costs(0.001, FeeBasis.VALUE, 0.01, 0.5, 0.0005));

    static RuleStrategy asRule(Crossover cross) {
        String mean = cross.mean() == Mean.SIMPLE ? "sma" : "ema";
        String both = "(" + mean + "(close, fast), " + mean + "(close, slow))";
        boolean shorts = cross.side() == Side.LONG_SHORT;
        return new RuleStrategy("crossover" + both, shorts ? null : "crossunder" + both, shorts ? "crossunder" + both : null, null,
                Variables.of("fast = " + cross.fast() + ", slow = " + cross.slow()));
    }

    static void assertSame(BacktestResult rule, BacktestResult builtIn, String what) {
        assertThat(rule.fills()).as(what).isEqualTo(builtIn.fills());
        assertThat(rule.trades()).as(what).isEqualTo(builtIn.trades());
        assertThat(rule.held()).as(what).isEqualTo(builtIn.held());
        assertThat(rule.equity()).as(what).isEqualTo(builtIn.equity());
        assertThat(rule.performance()).as(what).isEqualTo(builtIn.performance());
    }

    @Test
    void theCrossingOfTwoMeansIsTheBuiltInOne() {
        int fills = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int fast = random.nextInt(1, 20);
            int slow = fast + random.nextInt(1, 40);
            for (Bars bars : List.of(Walk.coarse(seed, 600), Walk.gapped(seed, 600))) {
                for (Mean mean : Mean.values()) {
                    for (Side side : Side.values()) {
                        Crossover cross = new Crossover(mean, fast, slow, side, Reading.CROSS);
                        String what = "seed " + seed + " " + cross.words();
                        assertThat(asRule(cross).on(bars).targets()).as(what).containsExactly(cross.on(bars).targets());
                        BacktestResult found = new Backtest(bars, asRule(cross), TERMS).run();
                        assertSame(found, new Backtest(bars, cross, TERMS).run(), what);
                        fills += found.fills().size();
                    }
                }
            }
        }
        assertThat(fills).isGreaterThan(1_000);
    }

    @Test
    void anAlwaysTrueRuleBuysAndHolds() {
        Bars bars = Walk.gapped(4, 300);
        assertSame(new Backtest(bars, rule("close > 0", null), TERMS).run(), new Backtest(bars, new BuyAndHold(), TERMS).run(), "hold");
    }

    @Test
    void noRuleSeesTheFuture() {
        Bars bars = Walk.coarse(9, 250);
        for (String text : List.of("crossover(sma(5), sma(12))", "rsi(5) < 30 and close[1] > close", "close > highest(high, 9)[1]", "rising(close, 2)")) {
            CutSeries check = new CutSeries(new RuleStrategy(text, "falling(close, 2)", "close < lowest(low, 9)[1]", "rsi(3) > 60", Variables.NONE), bars);
            assertThat(IntStream.rangeClosed(1, bars.size())).as(text).allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
        }
    }

    @Test
    void entriesAndExitsDecideTogether() {
        Bars bars = Walk.of(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(rule("close == 2 or close == 5", "close == 4").on(bars).targets()).containsExactly(0, 1, 1, 0, 1, 1, 1, 1);
        assertThat(rule("close >= 2", "close == 4").on(bars).targets()).as("not entered while its exit is true")
                .containsExactly(0, 1, 1, 0, 1, 1, 1, 1);
        assertThat(new RuleStrategy("close == 2", null, "close == 4", "close == 6", Variables.NONE).on(bars).targets())
                .as("the other side turns it round").containsExactly(0, 1, 1, -1, -1, 0, 0, 0);
        assertThat(new RuleStrategy("close >= 3", null, "close >= 3", null, Variables.NONE).on(bars).targets())
                .as("both sides at once are no decision").containsOnly(0);
        assertThat(new RuleStrategy(null, null, "close >= 3", "close >= 7", Variables.NONE).on(bars).targets())
                .containsExactly(0, 0, -1, -1, -1, -1, 0, 0);
        assertThat(rule("close[3] > 0", null).on(bars).targets()).as("undefined is not true").containsExactly(0, 0, 0, 1, 1, 1, 1, 1);
    }

    @Test
    void itIsKnownByItsRulesAndTheValuesOfItsParameters() {
        RuleStrategy rule = new RuleStrategy(" crossover(sma(fast),\n sma(slow)) ", " ", null, null,
                Variables.of("fast = 40 from 5 to 200, slow = 100 from 20 to 400"));
        assertThat(rule.words()).isEqualTo("rule entry=(crossover(sma(fast), sma(slow))) fast=40 slow=100");
        assertThat(rule.with(Map.of("fast", 10.0)).words()).endsWith("fast=10 slow=100");
        Bars bars = Walk.gapped(2, 700);
        assertThat(rule.with(Map.of("fast", 10.0, "slow", 30.0)).on(bars).targets()).isNotEqualTo(rule.on(bars).targets());
        assertThat(new Backtest(bars, new Late(rule), TERMS).run().hash()).isNotEqualTo(new Backtest(bars, rule, TERMS).run().hash());
    }

    @Test
    void whatIsNoRuleIsRefused() {
        assertThatThrownBy(() -> rule("close > ", null)).hasMessageContaining("line 1, column 8: expected a value");
        assertThatThrownBy(() -> rule("close + 1", null)).hasMessageContaining("must be a condition");
        assertThatThrownBy(() -> rule(null, null)).hasMessageContaining("must be one entry or more");
        assertThatThrownBy(() -> rule(null, "close > 1")).hasMessageContaining("no exit without its entry");
    }

    private static RuleStrategy rule(String entry, String exit) {
        return new RuleStrategy(entry, exit, null, null, Variables.NONE);
    }
}
