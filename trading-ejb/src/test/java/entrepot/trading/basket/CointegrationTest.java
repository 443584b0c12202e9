package entrepot.trading.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.allocation.Construction;
import entrepot.trading.econometrics.Combinations;
import entrepot.trading.econometrics.Johansen;
import entrepot.trading.market.Bars;
import entrepot.trading.pair.Ending;
import entrepot.trading.strategy.Misfit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CointegrationTest {

    private static final double[][] PROPORTIONS = {{0.6, 0.5}, {1.2, -0.4}, {0.5, 0.4, 0.3}, {0.4, 0.3, -0.2, 0.2, 0.1}};

    private static Plan plan(int window, int every, double most) {
        return new Plan(Construction.EQUAL, window, every, 0, most, 1, 0.5, 0.03);
    }

    private static Cointegration rule(SplittableRandom random) {
        double enter = random.nextDouble(0.8, 1.6);
        return Cointegration.of(Map.of("lags", (double) random.nextInt(0, 3), "enter", enter, "exit", random.nextDouble(-0.3, 0.5),
                "stop", enter + random.nextDouble(0.1, 1.5)));
    }

    @Test
    void itDecidesAsASlowReferenceDoesOnEveryDay() {
        Set<Ending> seen = EnumSet.noneOf(Ending.class);
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Universe universe = Spreads.together(seed, PROPORTIONS[(int) seed % PROPORTIONS.length], 300, 200);
            Cointegration rule = rule(random);
            Plan plan = plan(random.nextInt(40, 80), random.nextInt(1, 20), random.nextBoolean() ? 1 : 0.3);
            Wanted found = rule.on(universe, plan, day -> true);
            NaiveSpread slow = new NaiveSpread(rule, plan, closes(universe));
            assertThat(found.decisions()).as(rule + ", " + plan + ", seed " + seed).extracting(CointegrationTest::words).containsExactlyElementsOf(slow.turns);
            for (int at = 0; at < slow.weights.size(); at++) {
                assertThat(found.decisions().get(at).weights()).as("seed " + seed).containsExactly(slow.weights.get(at), within(1e-6));
            }
            assertThat(found.path().score()).as("seed " + seed).containsExactly(slow.score, within(1e-6));
            found.decisions().stream().map(one -> one.turn().ending()).filter(ending -> ending != null).forEach(seen::add);
        }
        assertThat(seen).containsExactlyInAnyOrder(Ending.BACK, Ending.STOPPED, Ending.BROKEN);
    }

    private static String words(Decision one) {
        return one.day() + (one.turn().ending() == null ? " in " : " " + one.turn().ending() + " ") + one.turn().combinations();
    }

    private static double[][] closes(Universe universe) {
        return IntStream.range(0, universe.size()).mapToObj(at -> universe.carried(at).closes()).toArray(double[][]::new);
    }

    @Test
    void aCombinationThatIsKnownIsFound() {
        for (double[] proportions : PROPORTIONS) {
            for (long seed = 1; seed <= 5; seed++) {
                Johansen found = Johansen.of(Spreads.closes(seed, proportions, 1_000, 1_000), 0, 1);
                assertThat(Combinations.byTrace(found, 1)).as("seed " + seed).isPositive();
                for (int at = 0; at < proportions.length; at++) {
                    assertThat(-found.vectors()[0][1 + at] / found.vectors()[0][0]).as("seed " + seed).isCloseTo(proportions[at], within(0.08));
                }
            }
        }
    }

    @Test
    void randomWalksAreTakenForABasketAboutAsOftenAsTheLevelSays() {
        SplittableRandom random = new SplittableRandom(71);
        Map<String, Integer> found = new HashMap<>();
        int rounds = 2_000;
        for (int round = 0; round < rounds; round++) {
            for (int count : new int[] {3, 6}) {
                Johansen test = Johansen.of(Spreads.walks(random, count, 250), 0, 1);
                for (Cointegration.Test by : Cointegration.Test.values()) {
                    Cointegration rule = Cointegration.of(Map.of("test", by.name()));
                    found.merge(count + " " + by, rule.combinations(test) > 0 ? 1 : 0, Integer::sum);
                }
            }
        }
        // 2,000 at 5 % are 100 with a deviation of 9.7; a window of 250 adds to it, and more of six than of three
        assertThat(found.get("3 TRACE")).as("seed 71, " + found).isBetween(75, 130);
        assertThat(found.get("3 LARGEST")).as("seed 71, " + found).isBetween(75, 130);
        assertThat(found.get("6 TRACE")).as("seed 71, " + found).isBetween(75, 190);
        assertThat(found.get("6 LARGEST")).as("seed 71, " + found).isBetween(75, 190);
        assertThat(found.get("3 BOTH")).as("seed 71, " + found).isLessThan(found.get("3 TRACE"));
    }

    @Test
    void randomWalksAreMostlyLeftAlone() {
        SplittableRandom random = new SplittableRandom(72);
        Plan plan = plan(250, 21, 1);
        int known = 0;
        int taken = 0;
        int held = 0;
        for (int round = 0; round < 40; round++) {
            Universe universe = Spreads.universe(Spreads.walks(random, 3, 1_250), random);
            Wanted wanted = Cointegration.of(Map.of()).on(universe, plan, day -> true);
            known += 1_001;
            taken += Arrays.stream(wanted.path().combinations()).filter(one -> one > 0).count();
            BasketResult result = Universes.run(universe, Cointegration.of(Map.of()), plan);
            held += Arrays.stream(result.weights()).filter(day -> Arrays.stream(day).anyMatch(weight -> weight != 0)).count();
        }
        assertThat(taken / (double) known).as("seed 72").isBetween(0.02, 0.1);
        assertThat(held / (double) known).as("seed 72").isLessThan(0.03);
    }

    @Test
    void aBasketThatBreaksIsClosedAtTheNextOpen() {
        Cointegration rule = Cointegration.of(Map.of("enter", 1.0, "stop", 50.0));
        Plan plan = plan(60, 5, 1);
        int broken = 0;
        for (long seed = 1; seed <= 20; seed++) {
            BasketResult result = Universes.run(Spreads.together(seed, PROPORTIONS[0], 500, 250), rule, plan);
            for (Decision one : result.decisions()) {
                if (one.turn().ending() == Ending.BROKEN && one.day() + 1 < 500) {
                    assertThat(one.turn().combinations()).isZero();
                    assertThat(result.weights()[one.day() + 1]).as("seed " + seed).containsOnly(0);
                    broken++;
                }
            }
        }
        assertThat(broken).isGreaterThan(10);
    }

    @Test
    void aBasketOfWhichOneIsNoLongerTradedIsClosedAsBroken() {
        Universe whole = Spreads.together(3, PROPORTIONS[0], 300, 300);
        Cointegration rule = Cointegration.of(Map.of("enter", 0.5, "exit", -5.0, "stop", 50.0));
        Plan plan = plan(60, 5, 1);
        int entered = rule.on(whole, plan, day -> true).decisions().get(0).day();
        List<Member> members = new ArrayList<>(whole.members());
        Member ends = members.get(2);
        members.set(2, new Member(ends.symbol(), ends.bars().slice(0, entered + 2), ends.actions()));
        List<Decision> decisions = rule.on(Universe.of(members), plan, day -> true).decisions();
        assertThat(decisions.get(1).turn().ending()).isEqualTo(Ending.BROKEN);
        assertThat(decisions.get(1).day()).isEqualTo(entered + 1 + Decisions.STALE);
    }

    @Test
    void nothingLooksAhead() {
        int decisions = 0;
        for (long seed = 1; seed <= 6; seed++) {
            Cointegration rule = rule(new SplittableRandom(seed));
            Universe universe = Spreads.together(seed, PROPORTIONS[(int) seed % PROPORTIONS.length], 220, 180);
            decisions += rule.on(universe, plan(50, 7, 1), day -> true).decisions().size();
            assertThat(CutUniverseTest.changed(rule, plan(50, 7, 1), universe)).as(rule.words() + ", seed " + seed).isEmpty();
        }
        assertThat(decisions).isGreaterThan(20);
    }

    @Test
    void whoKnowsWhatTheTestWillSayIsCaught() {
        Rule cheat = new Early(Cointegration.of(Map.of("enter", 1.0)));
        assertThat(CutUniverseTest.changed(cheat, plan(50, 7, 1), Spreads.together(1, PROPORTIONS[0], 200, 200))).isPresent();
    }

    /** Decides on each day what the rule decides one day later. */
    private record Early(Rule of) implements Rule {
        @Override
        public int need() {
            return of.need();
        }

        @Override
        public Wanted on(Universe universe, Plan plan, IntPredicate goOn) {
            Wanted wanted = of.on(universe, plan, goOn);
            return new Wanted(wanted.decisions().stream().map(one -> new Decision(one.day() - 1, one.weights(), one.risk(), one.turn())).toList(), wanted.path());
        }

        @Override
        public String words() {
            return "early " + of.words();
        }
    }

    @Test
    void pricesThatStandStillAreNoBasket() {
        double[] flat = new double[100];
        Arrays.fill(flat, 5);
        double[] other = flat.clone();
        other[99] = 6;
        List<Member> members = List.of(new Member("A", bars(flat), List.of()), new Member("B", bars(flat), List.of()), new Member("C", bars(other), List.of()));
        Wanted wanted = Cointegration.of(Map.of()).on(Universe.of(members), plan(60, 1, 1), day -> true);
        assertThat(wanted.decisions()).isEmpty();
        assertThat(wanted.path().combinations()[99]).isZero();
    }

    private static Bars bars(double[] closes) {
        return Bars.ofPrices(IntStream.range(0, closes.length).mapToLong(day -> day * Universes.DAY).toArray(), closes);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatThrownBy(() -> Cointegration.of(Map.of("enter", 5.0))).isInstanceOf(Misfit.class)
                .hasMessage("enter must be above exit, 0.0, and below stop, 4.0, is 5.0");
        NamedRule named = NamedRule.of(RuleKind.COINTEGRATION, Map.of());
        assertThatThrownBy(() -> new BasketExperiment(List.of("A", "B"), null, null, named, plan(250, 21, 1), 1, 0, 0, 0))
                .hasMessage("2 different instruments, must be 3 to 6");
        Plan wrong = new Plan(Construction.RISK_PARITY, 50, 21, 0.1, 1, 1, 0, 0);
        assertThat(RuleKind.COINTEGRATION.objections(wrong)).extracting(Misfit::getMessage).containsExactly(
                "window must be 60 or more with COINTEGRATION, is 50", "band must be 0 with COINTEGRATION, which trades all instruments or none, is 0.1",
                "construction must be EQUAL, or left out, with COINTEGRATION, whose weights come from its test, is RISK_PARITY");
        assertThat(RuleKind.HOLD.objections(wrong)).isEmpty();
    }
}
