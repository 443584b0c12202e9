package entrepot.trading.basket;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.allocation.Construction;
import entrepot.trading.strategy.BuiltIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No decision and no worth of an account changes with what comes later. */
class CutUniverseTest {

    private static final int DAYS = 120;

    private static Plan plan(Construction construction) {
        return new Plan(construction, 15, 4, 0.01, 0.6, 1, 0.9, 0.3);
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(new HoldAll(0), new CrossSection(20, 3, 0.4, 0), new CrossSection(10, 0, 0.3, 0.3)));
        Map<BuiltIn, Map<String, Object>> quick = Map.of(BuiltIn.CROSSOVER, Map.of("fast", 3.0, "slow", 9.0), BuiltIn.MOMENTUM, Map.of("lookback", 15.0, "hold", 3.0),
                BuiltIn.ORNSTEIN_UHLENBECK, Map.of("window", 15.0));
        Arrays.stream(BuiltIn.values()).map(one -> new Trend(one.with(quick.getOrDefault(one, Map.of())))).forEach(rules::add);
        return rules;
    }

    /** The first day whose decision or worth is another where the universe ends earlier, of all cuts. */
    static OptionalInt changed(Rule rule, Plan plan, Universe universe) {
        BasketResult whole = Universes.run(universe, rule, plan);
        return IntStream.range(2, universe.days()).filter(cut -> {
            BasketResult part = Universes.run(universe.cut(cut), rule, plan);
            List<Decision> before = whole.decisions().stream().filter(one -> one.day() < cut).toList();
            if (before.size() != part.decisions().size()) {
                return true;
            }
            for (int at = 0; at < before.size(); at++) {
                Decision one = part.decisions().get(at);
                Decision same = before.get(at);
                if (one.day() != same.day() || !Arrays.equals(one.weights(), same.weights()) || !Arrays.equals(one.risk(), same.risk())) {
                    return true;
                }
            }
            return !Arrays.equals(part.equity(), Arrays.copyOf(whole.equity(), cut));
        }).findFirst();
    }

    @ParameterizedTest
    @EnumSource(Construction.class)
    void nothingLooksAhead(Construction construction) {
        for (long seed = 1; seed <= 2; seed++) {
            Universe universe = Universes.random(seed, DAYS);
            for (Rule rule : rules()) {
                assertThat(changed(rule, plan(construction), universe)).as(rule.words() + ", seed " + seed).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Construction.class)
    void whoLooksAheadIsCaught(Construction construction) {
        Universe universe = Universes.random(1, DAYS);
        assertThat(changed(new Cheat(), plan(construction), universe)).isPresent();
    }

    /** Holds what stands higher a few days later. */
    private record Cheat() implements Selection {
        @Override
        public int need() {
            return 0;
        }

        @Override
        public Choice on(Universe universe) {
            return (day, eligible) -> IntStream.range(0, eligible.length)
                    .map(at -> eligible[at] && universe.close(at, Math.min(universe.days() - 1, day + 3)) >= universe.close(at, day) ? 1 : 0).toArray();
        }

        @Override
        public String words() {
            return "cheat";
        }
    }
}
