package entrepot.trading.sweep.server;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.platform.sql.StoredJson;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Pair;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.NamedRule;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.BarPlan;
import entrepot.trading.pair.PairRule;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Search;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.Windows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row keeps of a sweep is all of it. */
class SweepAskedTest {

    private static final List<Axis> PERIODS = List.of(new Axis("fast", 5, 10, 5), new Axis("slow", 20, 40, 20));

    static Stream<Sweep> everyKind() {
        return Stream.of(of(Crossover.simple(1, 3), 0, PERIODS), of(Crossover.simple(1, 3), 0.1, PERIODS),
                of(new RuleStrategy("rsi(n) < 30", null, null, null, Variables.of("n = 5 from 2 to 20")), 0, List.of(new Axis("n", 2, 20, 3))),
                of(BuiltIn.RSI.with(Map.of()), 0, List.of(new Axis("n", 2, 20, 3), Axis.of("side", List.of("LONG_SHORT", "LONG_ONLY")), new Axis("kelly", 0.1, 1, 0.1))),
                new Sweep(new Experiment("TEST", null, null, true, null, 10_000, 0, 0, 0, OrderPlan.MARKET, null, 0, 0, null, MakingRule.of(Map.of("gamma", 0.3)), Execution.IDEAL),
                        List.of(new Axis("limit", 1, 5, 1)), new Search(2, 7), null, null),
                new Sweep(new Experiment("TEST", null, null, true, null, 10_000, 0.001, 1, 0, OrderPlan.MARKET, null, 0, 0, new Pair("OTHER", PairRule.of(Map.of("window", 90.0))),
                        null, Execution.IDEAL), List.of(new Axis("enter", 1, 2, 0.5), Axis.of("method", List.of("KALMAN"))), Search.GRID, LocalDate.of(2022, 1, 1), new Windows(100, 20)),
                new Sweep(new Experiment("TEST", null, null, true, Crossover.simple(1, 3), 10_000, 0, 0, 0, new OrderPlan(0, 0, 50_000_000, 0, 20_000_000), null, 0),
                        Stream.concat(PERIODS.stream(), Stream.of(new Axis("stopLoss", 0, 0.1, 0.02))).toList(), Search.GRID, null, null),
                new Sweep(new Experiment("TEST", null, null, true, Crossover.simple(1, 3), 10_000, 0, 0, 0, OrderPlan.MARKET, null, 0).over(BarPlan.of("PT5M")), PERIODS,
                        Search.GRID, null, null),
                new Sweep(null, new BasketExperiment(List.of("A", "B"), LocalDate.of(2020, 1, 1), null, NamedRule.of(RuleKind.CROSS_SECTION, Map.of("top", 0.4)),
                        Plan.of(Map.of("band", 0.01)), 100_000, 0.001, 1, 0.0005), List.of(new Axis("rule.lookback", 20, 60, 20),
                        Axis.of("plan.construction", List.of("RISK_PARITY"))), Search.GRID, LocalDate.of(2022, 1, 1), new Windows(100, 20)));
    }

    private static Sweep of(Strategy strategy, double target, List<Axis> axes) {
        return new Sweep(new Experiment("TEST", null, null, true, strategy, 10_000, 0.001, 0, 0.0005, OrderPlan.MARKET, null, target), axes, Search.GRID, null, null);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aRowKeepsAllOfASweep(Sweep asked) {
        Sweep read = StoredJson.read(StoredJson.write(SweepAsked.of(asked)), SweepAsked.class).sweep();
        assertThat(read).isEqualTo(asked);
        assertThat(read.words()).isEqualTo(asked.words());
        assertThat(read.experiment(0).map(Experiment::bars)).as("of a cell").isEqualTo(Optional.ofNullable(asked.base()).map(Experiment::bars));
    }

    @Test
    void aRowFromBeforeThereWereOtherKindsIsReadAsItWas() {
        String row = "{\"symbol\":\"TEST\",\"from\":null,\"to\":null,\"adjusted\":true,\"mean\":\"SIMPLE\",\"fast\":1,\"slow\":3,\"side\":\"LONG_ONLY\","
                + "\"reading\":\"LEVEL\",\"startCash\":10000.0,\"feeRate\":0.001,\"perOrder\":0.0,\"slippage\":5.0E-4,\"axes\":[{\"name\":\"fast\",\"least\":5.0,"
                + "\"most\":10.0,\"step\":5.0},{\"name\":\"slow\",\"least\":20.0,\"most\":40.0,\"step\":20.0}],\"draws\":0,\"seed\":0}";
        assertThat(StoredJson.read(row, SweepAsked.class).sweep()).isEqualTo(of(Crossover.simple(1, 3), 0, PERIODS));
    }
}
