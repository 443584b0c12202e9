package entrepot.trading.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.Walk;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairDecisionsTest {

    @ParameterizedTest
    @EnumSource(PairRule.Method.class)
    void everyMethodDecidesAsASlowReferenceDoesAtEveryBar(PairRule.Method method) {
        Set<Ending> seen = EnumSet.noneOf(Ending.class);
        for (long seed = 1; seed <= 40; seed++) {
            PairBars bars = Pairs.together(seed, 300, 200);
            PairRule rule = Pairs.rule(method, new SplittableRandom(seed));
            PairDecisions found = PairDecisions.of(rule, bars);
            NaivePair slow = new NaivePair(rule, bars);
            assertThat(found.targets()).as(rule + ", seed " + seed).containsExactly(slow.targets);
            assertThat(found.endings()).as(rule + ", seed " + seed).containsExactly(slow.endings);
            Arrays.stream(found.endings()).filter(ending -> ending != null).forEach(seen::add);
        }
        assertThat(seen).containsExactlyInAnyOrder(Ending.BACK, Ending.STOPPED, Ending.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(PairRule.Method.class)
    void noMethodSeesTheFuture(PairRule.Method method) {
        SplittableRandom random = new SplittableRandom(7);
        for (long seed = 1; seed <= 3; seed++) {
            PairRule rule = Pairs.rule(method, random);
            assertThat(seesTheFuture(Pairs.together(seed, 200, 150), bars -> PairDecisions.of(rule, bars).targets())).as(rule.settings()).isFalse();
            assertThat(seesTheFuture(Pairs.together(seed, 200, 150), bars -> PairDecisions.of(rule, bars).late().targets())).isFalse();
        }
    }

    @Test
    void aPairThatIsScoredByItsWholePastAndFutureIsCaught() {
        assertThat(seesTheFuture(Pairs.together(1, 200, 150), PairDecisionsTest::byTheWholeSeries)).isTrue();
    }

    private static int[] byTheWholeSeries(PairBars bars) {
        double mean = Arrays.stream(bars.one().closes()).average().orElseThrow();
        return Arrays.stream(bars.one().closes()).mapToInt(close -> close < mean ? 1 : -1).toArray();
    }

    private static boolean seesTheFuture(PairBars bars, Deciding decide) {
        int[] whole = decide.targets(bars);
        return IntStream.rangeClosed(1, bars.size())
                .anyMatch(cut -> !Arrays.equals(decide.targets(bars.cut(cut)), Arrays.copyOf(whole, cut)));
    }

    private interface Deciding {
        int[] targets(PairBars bars);
    }

    @Test
    void aPairThatBreaksIsClosedAndTheAlarmSaysSo() {
        PairRule rule = PairRule.of(Map.of("window", 60.0, "enter", 1.0, "bound", 0.05, "stop", 50.0));
        int broken = 0;
        for (long seed = 1; seed <= 20; seed++) {
            PairDecisions found = PairDecisions.of(rule, Pairs.together(seed, 500, 250));
            for (int bar = 1; bar < 500; bar++) {
                if (found.endings()[bar] == Ending.BROKEN) {
                    assertThat(found.pValue()[bar]).isGreaterThan(0.05);
                    assertThat(found.targets()[bar]).isZero();
                    broken++;
                }
            }
        }
        assertThat(broken).isGreaterThan(10);
    }

    @Test
    void pricesThatStandStillAreNoPair() {
        double[] flat = new double[100];
        Arrays.fill(flat, 5);
        double[] jump = flat.clone();
        jump[99] = 6;
        for (PairRule.Method method : PairRule.Method.values()) {
            PairRule rule = PairRule.of(Map.of("method", method.name(), "window", 30.0));
            assertThat(PairDecisions.of(rule, new PairBars(Walk.of(flat), Walk.of(flat))).targets()).containsOnly(0);
            assertThat(PairDecisions.of(rule, new PairBars(Walk.of(jump), Walk.of(flat))).targets()).containsOnly(0);
        }
    }

    @Test
    void onlyTimesThatBothHaveCount() {
        Bars one = Bars.ofPrices(new long[] {1, 2, 4, 5}, new double[] {10, 20, 40, 50});
        Bars other = Bars.ofPrices(new long[] {2, 3, 5, 6}, new double[] {2, 3, 5, 6});
        PairBars both = PairBars.of(one, other);
        assertThat(both.one().closes()).containsExactly(20, 50);
        assertThat(both.other().closes()).containsExactly(2, 5);
    }

    @Test
    void aRuleIsReadBackAsItWasAndOneThatDoesNotGoTogetherIsRefused() {
        PairRule rule = Pairs.rule(PairRule.Method.KALMAN, new SplittableRandom(3));
        assertThat(PairRule.read(rule.settings())).isEqualTo(rule);
        assertThatThrownBy(() -> PairRule.of(Map.of("enter", 5.0))).hasMessage("enter must be above exit, 0.0, and below stop, 4.0, is 5.0");
    }
}
