package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cells with limits, stops and profits are the backtests by orders that a person would ask for. */
class OrderedCellsTest {

    private static final int DAYS = 500;
    private static final int SEEN = 340;
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final long PERCENT = 10_000_000;

    @Test
    void cellsAreBacktestsByTheirOrders() {
        List<Axis> axes = List.of(new Axis("n", 5, 15, 10), new Axis("limitOffset", 0, 0.01, 0.005), new Axis("stopLoss", 0, 0.04, 0.02),
                new Axis("takeProfit", 0, 0.1, 0.05), new Axis("trailingStop", 0, 0.05, 0.05));
        Sweep sweep = sweep(BuiltIn.RSI.with(Map.of("side", "LONG_SHORT")), OrderPlan.MARKET, axes);
        for (long seed = 1; seed <= 3; seed++) {
            Bars bars = Questions.random(seed, DAYS);
            Cells cells = Questions.cells(sweep, Questions.split(bars, SEEN));
            int traded = 0;
            for (int place = 0; place < sweep.space().size(); place++) {
                OrderPlan plan = new OrderPlan(0, place / 18 % 3 * PERCENT / 2, place / 6 % 3 * 2 * PERCENT, place / 2 % 3 * 5 * PERCENT, place % 2 * 5 * PERCENT);
                Strategy strategy = BuiltIn.RSI.with(Map.of("side", "LONG_SHORT", "n", place / 54 == 0 ? 5.0 : 15.0));
                String what = plan.words() + " of " + strategy.words() + ", seed " + seed;
                BacktestResult alone = alone(bars, strategy, plan);
                CellRun found = cells.whole(place).orElseThrow();
                assertThat(found.equity()).as(what).isEqualTo(alone.equity());
                assertThat(found.exits()).as(what).hasSize(alone.closedTrades().size());
                CellRun then = cells.inSample(place).orElseThrow();
                assertThat(then.equity()).as(what).isEqualTo(found.until(SEEN - 1).equity());
                assertThat(then.exits()).as(what).isEqualTo(found.until(SEEN - 1).exits());
                traded += found.exits().length > 0 ? 1 : 0;
            }
            assertThat(traded).as("seed " + seed).isGreaterThan(100);
            assertThat(cells.whole(0).orElseThrow().equity()).as("none of them: at the next open, as without orders")
                    .isEqualTo(new Backtest(bars, BuiltIn.RSI.with(Map.of("side", "LONG_SHORT", "n", 5.0)), sweep.terms()).run().equity());
        }
    }

    private static BacktestResult alone(Bars bars, Strategy strategy, OrderPlan plan) {
        Experiment asked = sweep(strategy, plan, List.of(new Axis("n", 5, 5, 1))).base();
        return plan.equals(OrderPlan.MARKET) ? new Backtest(bars, strategy, asked.terms()).run()
                : new OrderedBacktest(bars, strategy, asked.terms(), plan, Execution.IDEAL, EURO).run(bar -> true);
    }

    @Test
    void ordersThatStandAreThoseOfEveryCellAndNoneIsJumpedThrough() {
        Bars bars = Questions.random(4, DAYS);
        OrderPlan standing = new OrderPlan(0, 0, 3 * PERCENT, 0, 0);
        Experiment base = new Experiment("TEST", null, null, true, Crossover.simple(1, 3), 10_000, 0.001, 0, 0.0005, standing, null, 0);
        Sweep sweep = new Sweep(base, Questions.PERIODS, Search.GRID, null, null);
        SweepRun run = Questions.run(sweep, Questions.split(bars, SEEN));
        assertThat(sweep.pace()).isEqualTo(Pace.BRISK);
        assertThat(run.cells().simple()).isNull();
        assertThat(sweep.words()).contains("orders=(units=0 offset=0 stop=30000000 profit=0 trailing=0)");
        Chunk found = run.chunk(0, () -> true);
        for (int row = 0; row < found.rows(); row++) {
            if (!found.inSample().isGap(row)) {
                Strategy strategy = sweep.experiment(row).orElseThrow().strategy();
                BacktestResult alone = new OrderedBacktest(bars, strategy, base.terms(), standing, Execution.IDEAL, EURO).run(bar -> true);
                assertThat(found.inSample().trades()[row] + found.outOfSample().trades()[row]).as(strategy.words()).isEqualTo(alone.closedTrades().size());
                double money = 10_000 * (1 + found.inSample().netReturn()[row]) * (1 + found.outOfSample().netReturn()[row]);
                assertThat(Math.round(100 * money)).as(strategy.words()).isEqualTo(Math.round(100 * alone.endValue()));
            }
        }
    }

    @Test
    void whatComesAfterTheSplitChangesNoColumnBeforeIt() {
        List<Axis> axes = Stream.concat(Questions.PERIODS.stream().map(axis -> new Axis(axis.name(), axis.least(), axis.least() + 2 * axis.step(), axis.step())),
                Stream.of(new Axis("trailingStop", 0.02, 0.06, 0.02))).toList();
        Sweep sweep = sweep(Crossover.simple(1, 3), OrderPlan.MARKET, axes);
        Bars bars = Questions.random(5, DAYS);
        List<Bar> all = new ArrayList<>(IntStream.range(0, SEEN).mapToObj(bars::bar).toList());
        IntStream.range(SEEN, DAYS).mapToObj(Questions.random(6, DAYS)::bar).forEach(all::add);
        Chunk found = Questions.all(sweep, Questions.split(bars, SEEN));
        Chunk changed = Questions.all(sweep, Questions.split(Bars.of(all), SEEN));
        assertThat(changed.inSample()).isEqualTo(found.inSample());
        assertThat(changed.outOfSample()).isNotEqualTo(found.outOfSample());
        assertThat(IntStream.range(1, found.rows()).anyMatch(row -> found.inSample().netReturn()[row] != found.inSample().netReturn()[row - 1])).isTrue();
    }

    @Test
    void sharesAreExactBillionths() {
        Sweep sweep = sweep(BuiltIn.BUY_AND_HOLD.with(Map.of()), OrderPlan.MARKET, List.of(new Axis("stopLoss", 0, 0.9999, 0.0001)));
        for (int at = 0; at < 10_000; at++) {
            OrderPlan plan = sweep.experiment(at).orElseThrow().orders();
            assertThat(plan).isEqualTo(new OrderPlan(0, 0, at * 100_000L, 0, 0));
            assertThat(plan.share(OrderPlan.PARAMETERS.get(1))).isEqualTo(at / 10_000.0);
        }
        assertThatThrownBy(() -> OrderPlan.MARKET.share(Parameter.number("stop", 0, 0, 1)))
                .hasMessage("orders have no share 'stop', only [limitOffset, stopLoss, takeProfit, trailingStop]");
        assertThatThrownBy(() -> OrderPlan.MARKET.with(Map.of("stop", 0.1))).hasMessageContaining("not");
        assertThatThrownBy(() -> OrderPlan.MARKET.with(Map.of("takeProfit", 101.0))).hasMessageContaining("takeProfit is 101.0, must be from 0 to 100");
    }

    @Test
    void aParameterOfARuleThatHasTheNameOfAShareIsTheRules() {
        RuleStrategy rule = new RuleStrategy("close < sma(stopLoss)", null, null, null, Variables.of("stopLoss = 5 from 2 to 20"));
        Sweep sweep = sweep(rule, OrderPlan.MARKET, List.of(new Axis("stopLoss", 5, 10, 5)));
        assertThat(sweep.pace()).isEqualTo(Pace.FAST);
        assertThat(sweep.experiment(1).orElseThrow().rule().variables().words()).startsWith("stopLoss = 10");
    }

    @Test
    void aSizeAndOrdersAreNoCell() {
        Sweep sweep = sweep(Crossover.simple(1, 3), OrderPlan.MARKET, Stream.concat(Questions.PERIODS.stream(), Stream.of(new Axis("kelly", 1, 1, 1),
                new Axis("takeProfit", 0, 0.1, 0.1))).toList());
        assertThat(sweep.experiment(0)).as("no order").isPresent();
        assertThat(sweep.experiment(1)).isEmpty();
    }

    private static Sweep sweep(Strategy strategy, OrderPlan plan, List<Axis> axes) {
        return new Sweep(new Experiment("TEST", null, null, true, strategy, 10_000, 0.001, 0, 0.0005, plan, null, 0), axes, Search.GRID, null, null);
    }
}
