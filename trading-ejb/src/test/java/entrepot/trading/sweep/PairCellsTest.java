package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Pair;
import entrepot.trading.backtest.PairBacktest;
import entrepot.trading.backtest.PairResult;
import entrepot.trading.backtest.Stretch;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import entrepot.trading.pair.PairRule;
import entrepot.trading.pair.Pairs;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cells of a pair are the backtests that a person would ask for. */
class PairCellsTest {

    private static final int DAYS = 500;
    private static final int SEEN = 340;
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final PairRule RULE = PairRule.of(Map.of("window", 30.0, "noise", 1.0, "bound", 0.7, "borrow", 0.05));
    private static final List<Axis> AXES = List.of(Axis.of("method", List.of("ENGLE_GRANGER", "KALMAN")), new Axis("window", 25, 40, 15), new Axis("enter", 1, 3, 1),
            new Axis("stop", 2.5, 4, 1.5), new Axis("margin", 0, 1, 1));

    @Test
    void cellsAreBacktestsOfThePairToTheCent() {
        for (long seed = 1; seed <= 4; seed++) {
            PairBars bars = Pairs.together(seed, DAYS, 400);
            Sweep sweep = sweep(AXES);
            Cells cells = cells(sweep, bars);
            int traded = 0;
            for (int place = 0; place < sweep.space().size(); place++) {
                PairRule rule = rule(place);
                if (rule == null) {
                    assertThat(cells.whole(place)).as("enter is not below stop").isEmpty();
                    continue;
                }
                String what = rule.settings() + ", seed " + seed;
                PairResult alone = alone(bars, rule);
                CellRun found = cells.whole(place).orElseThrow();
                assertThat(found.equity()).as(what).isEqualTo(alone.result().equity());
                assertThat(found.exits()).as(what).hasSize(alone.result().closedTrades().size());
                CellRun then = cells.inSample(place).orElseThrow();
                assertThat(then.equity()).as(what).isEqualTo(alone(bars.cut(SEEN), rule).result().equity()).isEqualTo(found.until(SEEN - 1).equity());
                assertThat(then.exits()).as(what).isEqualTo(found.until(SEEN - 1).exits());
                assertThat(cells.dataHash()).isEqualTo(alone.dataHash());
                traded += found.exits().length > 0 ? 1 : 0;
            }
            assertThat(traded).as("seed " + seed).isGreaterThan(20);
        }
    }

    /** By hand, without the sweep; null where the numbers do not go together. */
    private static PairRule rule(int place) {
        double enter = 1 + place / 4 % 3;
        double stop = 2.5 + 1.5 * (place / 2 % 2);
        return enter >= stop ? null : PairRule.of(Map.of("method", place / 24 == 0 ? "ENGLE_GRANGER" : "KALMAN", "window", 25.0 + 15 * (place / 12 % 2), "enter", enter,
                "stop", stop, "margin", (double) (place % 2), "noise", 1.0, "bound", 0.7, "borrow", 0.05));
    }

    private static PairResult alone(PairBars bars, PairRule rule) {
        return new PairBacktest(bars, PairDecisions.of(rule, bars), rule, "pair", base().terms(), DOLLAR).run(bar -> true);
    }

    @Test
    void whatComesAfterTheSplitChangesNeitherColumnsNorChoice() {
        Sweep sweep = sweep(AXES);
        for (long seed = 5; seed <= 7; seed++) {
            PairBars bars = Pairs.together(seed, DAYS, 400);
            PairBars others = new PairBars(changed(bars.one(), seed), changed(bars.other(), -seed));
            SweepRun run = new SweepRun(sweep, cells(sweep, bars));
            SweepRun other = new SweepRun(sweep, cells(sweep, others));
            assertThat(run.chunks()).as("32 cells a chunk").isEqualTo(2);
            for (int number = 0; number < 2; number++) {
                Chunk found = run.chunk(number, () -> true);
                Chunk changed = other.chunk(number, () -> true);
                assertThat(changed.inSample()).as("seed " + seed).isEqualTo(found.inSample());
                assertThat(changed.outOfSample()).as("seed " + seed).isNotEqualTo(found.outOfSample());
            }
            assertThat(summary(sweep, other).best().get(0).place()).as("seed " + seed).isEqualTo(summary(sweep, run).best().get(0).place());
        }
    }

    private static Summary summary(Sweep sweep, SweepRun run) {
        Scan scan = new Scan(sweep, run, run.cells().dataHash());
        IntStream.range(0, run.chunks()).forEach(chunk -> scan.add(run.chunk(chunk, () -> true).pack()));
        return scan.summary(new WalkForward(sweep, run.cells(), new Windows(100, 80)).run(() -> true));
    }

    /** Other prices after the split. */
    private static Bars changed(Bars bars, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return scaled(bars, bar -> bar < SEEN ? 1 : random.nextDouble(0.8, 1.2));
    }

    @Test
    void daysOfOneAloneAreLeftOutAndTooFewTogetherAreRefused() {
        PairBars bars = Pairs.together(8, DAYS, 400);
        Sweep sweep = sweep(List.of(new Axis("enter", 1, 2, 1)));
        assertThat(sweep.symbols()).containsExactly("ONE", "ALSO");
        assertThat(sweep.base().tried()).isEqualTo("ALSO/ONE");
        assertThatThrownBy(() -> cells(sweep, bars.cut(SEEN + 2))).hasMessageStartingWith("340 bars up to the split and 2 after it");
        assertThat(sweep.words()).startsWith("sweep of pair ONE and ALSO method=ENGLE_GRANGER window=30").contains("over enter=1..2 step 1");
        assertThat(sweep.experiment(1).orElseThrow().pair()).isEqualTo(new Pair("ALSO", RULE.with(Map.of("enter", 2.0))));
    }

    @Test
    void whereOneWasSplitLaterTheChoiceSeesThePricesOfThen() {
        PairBars bars = Pairs.together(9, DAYS, 400);
        PairBars then = new PairBars(bars.one().slice(0, SEEN), scaled(bars.other().slice(0, SEEN), bar -> 2));
        Sweep sweep = sweep(AXES);
        Cells cells = new PairCells(sweep, Questions.split(bars.one(), SEEN), SweepBars.of(then.other(), bars.other()), DOLLAR);
        assertThat(cells.known()).isFalse();
        SweepRun run = new SweepRun(sweep, cells);
        for (int place = 0; place < sweep.space().size(); place++) {
            PairRule rule = rule(place);
            if (rule != null) {
                PairResult before = alone(then, rule);
                Stretch seen = run.replay(place).get(0);
                assertThat(seen.trades()).as(rule.settings()).isEqualTo(before.result().closedTrades().size());
                assertThat(seen.netReturn()).as(rule.settings()).isCloseTo(before.result().equity()[SEEN - 1] / before.result().equity()[0] - 1, within(1e-12));
                assertThat(cells.whole(place).orElseThrow().equity()).isEqualTo(alone(bars, rule).result().equity());
            }
        }
    }

    private static Bars scaled(Bars bars, IntToDoubleFunction factor) {
        return Bars.of(IntStream.range(0, bars.size()).mapToObj(bar -> scaled(bars.bar(bar), factor.applyAsDouble(bar))).toList());
    }

    private static Bar scaled(Bar was, double factor) {
        return new Bar(was.time(), was.open() * factor, was.high() * factor, was.low() * factor, was.close() * factor, was.volume());
    }

    private static Cells cells(Sweep sweep, PairBars bars) {
        return new PairCells(sweep, Questions.split(bars.one(), SEEN), Questions.split(bars.other(), SEEN), DOLLAR);
    }

    private static Sweep sweep(List<Axis> axes) {
        return new Sweep(base(), axes, Search.GRID, null, null);
    }

    private static Experiment base() {
        return new Experiment("ONE", null, null, true, null, 100_000, 0.0005, 1, 0.0002, OrderPlan.MARKET, null, 0, 0, new Pair("ALSO", RULE), null, Execution.IDEAL);
    }
}
