package entrepot.trading.backtest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.Walk;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuiltIn;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedRunTest {

    private static final Bars BARS = Walk.gapped(8, 700);

    private static Experiment asked(Map<String, Object> settings, double volatilityTarget) {
        return new Experiment("X", null, null, true, BuiltIn.LEARNED.with(settings), 10_000, 0.001, 0, 0, OrderPlan.MARKET, null, volatilityTarget);
    }

    @Test
    void whatIsLearnedOnceGivesTheResultOfTheStrategyItself() {
        Experiment asked = asked(Map.of("window", 300.0, "refit", 100.0, "enter", 0.5, "size", "PROBABILITY"), 0.004);
        LearnedRun learned = LearnedRun.of(asked, BARS, bar -> true);
        assertThat(new Backtest(BARS, learned.strategy(), asked.terms()).run().hash())
                .isEqualTo(new Backtest(BARS, asked.sized(), asked.terms()).run().hash());
        assertThat(new Backtest(BARS, learned.strategy(), asked.terms()).run().trades()).isNotEmpty();
        assertThat(learned.sets()).hasSize(4);
        assertThat(learned.course().fits()).hasSize(5);
        assertThat(LearnedRun.of(asked, BARS, bar -> false)).isNull();
    }

    @Test
    void moreModelsThanCanBeKeptAreRefusedBeforeAnythingIsLearned() {
        Experiment asked = asked(Map.of("model", "TREES", "trees", 500.0, "depth", 6.0, "window", 300.0, "refit", 10.0), 0);
        assertThatThrownBy(() -> LearnedRun.of(asked, BARS, bar -> true)).hasMessage("41 fits of trees with up to 63500 nodes are more than the 2000000"
                + " nodes that are kept; fit less often, or take fewer trees or a smaller depth");
    }
}
