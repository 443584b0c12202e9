package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.BasketRun;
import entrepot.trading.basket.Member;
import entrepot.trading.basket.NamedRule;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.basket.Universe;
import entrepot.trading.basket.Universes;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.KellyShare;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.strategy.VolatilityTarget;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cells with sizes, of market making, of portfolios and of rules that are learned are the backtests that a person would ask for. */
class KindsOfCellsTest {

    private static final int DAYS = 700;
    private static final int SEEN = 480;
    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void sizedCellsAreBacktestsWithThatSize() {
        Bars bars = Questions.random(1, DAYS);
        Sweep kelly = Questions.of(Crossover.simple(1, 3), List.of(new Axis("fast", 5, 15, 5), new Axis("slow", 10, 40, 15), new Axis("kelly", 0.25, 1, 0.25)),
                Search.GRID, 0);
        Sweep target = Questions.of(BuiltIn.RSI.with(Map.of()), List.of(new Axis("n", 5, 15, 5), new Axis("volatilityTarget", 0.05, 0.2, 0.05)), Search.GRID, 0);
        assertThat(kelly.space().cells()).as("fast below slow, four sizes").isEqualTo(7 * 4);
        assertThat(traded(kelly, bars, cell -> new Backtest(bars, new KellyShare(cell.strategy(), cell.kelly()), cell.terms()).run())).isPositive();
        assertThat(traded(target, bars, cell -> new Backtest(bars, new VolatilityTarget(cell.strategy(), cell.volatilityTarget()), cell.terms()).run()))
                .isPositive();
        Chunk found = Questions.all(kelly, Questions.split(bars, SEEN));
        assertThat(IntStream.range(1, found.rows()).filter(row -> found.inSample().netReturn()[row] != found.inSample().netReturn()[row - 1]).count())
                .as("a size makes a difference").isPositive();
    }

    @Test
    void aSizeThatStandsIsThatOfEveryCell() {
        Bars bars = Questions.random(2, DAYS);
        Experiment base = new Experiment("TEST", null, null, true, Crossover.simple(1, 3), 10_000, 0.001, 0, 0.0005, OrderPlan.MARKET, null, 0.1);
        Sweep sweep = new Sweep(base, Questions.PERIODS, Search.GRID, null, null);
        assertThat(traded(sweep, bars, cell -> new Backtest(bars, new VolatilityTarget(cell.strategy(), 0.1), cell.terms()).run())).isPositive();
    }

    @Test
    void cellsOfMarketMakingAreItsBacktests() {
        Bars bars = Questions.random(3, DAYS);
        Sweep sweep = making(new Axis("gamma", 0.05, 0.2, 0.05), new Axis("limit", 1, 5, 2), new Axis("quantity", 1, 2, 1),
                Axis.of("model", List.of("AVELLANEDA_STOIKOV", "GUEANT_LEHALLE_FERNANDEZ_TAPIA")));
        assertThat(sweep.pace().chunk()).isEqualTo(32);
        assertThat(sweep.chunks()).isEqualTo(2);
        assertThat(traded(sweep, bars, cell -> OrderedBacktest.making(bars, cell.making(), cell.terms(), cell.execution(), EURO, 0).run(bar -> true))).isPositive();
        SweepRun run = Questions.run(sweep, Questions.split(bars, SEEN));
        Chunk last = run.chunk(1, () -> true);
        assertThat(last.rows()).isEqualTo(16);
        for (int row = 0; row < 16; row++) {
            assertThat(run.place(1, row)).isEqualTo(32 + row);
            assertThat(last.inSample().isGap(row) ? List.of() : List.of(last.inSample().row(row), last.outOfSample().row(row))).isEqualTo(run.replay(32 + row));
        }
        long gaps = IntStream.range(0, 48).filter(place -> sweep.experiment(place).isEmpty()).count();
        assertThat(gaps).as("two lots a quote do not go with a limit of one").isEqualTo(4 * 2);
    }

    private static Sweep making(Axis... axes) {
        Experiment base = new Experiment("TEST", null, null, true, null, 100_000, 0.0001, 0, 0, OrderPlan.MARKET, null, 0, 0, null, MakingRule.of(Map.of()), Execution.IDEAL);
        return new Sweep(base, List.of(axes), Search.GRID, null, null);
    }

    @Test
    void cellsThatAreLearnedAreTheirBacktests() {
        Bars bars = Questions.random(4, 500);
        Strategy learned = BuiltIn.LEARNED.with(Map.of("window", 150.0, "refit", 80.0, "folds", 3.0));
        Sweep sweep = Questions.of(learned, List.of(new Axis("profit", 1, 2, 1), new Axis("patience", 5, 10, 5)), Search.GRID, 0);
        assertThat(sweep.pace()).isEqualTo(Pace.SLOW);
        assertThat(traded(sweep, bars, cell -> new Backtest(bars, cell.strategy(), cell.terms()).run())).isPositive();
    }

    private interface Engine {
        BacktestResult run(Experiment cell);
    }

    /** @return how many cells traded */
    private static int traded(Sweep sweep, Bars bars, Engine engine) {
        Cells cells = Questions.cells(sweep, Questions.split(bars, SEEN * bars.size() / DAYS));
        int traded = 0;
        for (long place = 0; place < sweep.space().size(); place++) {
            if (sweep.experiment(place).isEmpty()) {
                assertThat(cells.whole(place)).isEmpty();
                continue;
            }
            BacktestResult expected = engine.run(sweep.experiment(place).orElseThrow());
            CellRun found = cells.whole(place).orElseThrow();
            assertThat(found.equity()).as(expected.strategy()).isEqualTo(expected.equity());
            assertThat(found.exits()).hasSize((int) expected.trades().stream().filter(trade -> !trade.open()).count());
            assertThat(cells.inSample(place).orElseThrow().equity()).as("no bar after the split is seen, " + expected.strategy())
                    .isEqualTo(found.until(cells.split()).equity());
            traded += found.exits().length > 0 ? 1 : 0;
        }
        return traded;
    }

    @Test
    void cellsOfPortfoliosAreTheirBacktestsToTheCent() {
        int known = 0;
        for (long seed = 1; seed <= 4; seed++) {
            Universe universe = Universes.random(seed, DAYS);
            Sweep sweep = portfolio(universe, RuleKind.CROSS_SECTION, List.of(new Axis("rule.lookback", 20, 60, 40), new Axis("plan.every", 5, 20, 15),
                    Axis.of("plan.construction", List.of("EQUAL", "RISK_PARITY", "INVERSE_VOLATILITY"))));
            known += agree(sweep, universe, "seed " + seed) ? 1 : 0;
        }
        assertThat(known).as("universes of which nothing was learned later").isPositive();
    }

    @Test
    void anInstrumentThatBeginsAfterTheSplitIsNotSeenBeforeIt() {
        List<Member> members = new ArrayList<>(spread(3).members());
        Bars late = members.get(2).bars();
        members.set(2, new Member("S2", late.slice(SEEN + 20, DAYS), List.of()));
        Universe universe = Universe.of(members);
        Sweep sweep = portfolio(universe, RuleKind.CROSS_SECTION, List.of(new Axis("rule.lookback", 20, 60, 40), new Axis("rule.top", 0.5, 1, 0.5)));
        assertThat(agree(sweep, universe, "seed 3")).isTrue();
    }

    @Test
    void cellsOfASpreadAreItsBacktestsToTheCent() {
        Universe universe = spread(7);
        Sweep sweep = portfolio(universe, RuleKind.COINTEGRATION, List.of(new Axis("rule.enter", 1, 2, 0.5), Axis.of("rule.level", List.of("P90", "P99")),
                new Axis("plan.window", 60, 120, 60)));
        assertThat(agree(sweep, universe, "seed 7")).isTrue();
        SweepRun run = new SweepRun(sweep, new BasketCells(sweep, universe, SEEN, Universes.DOLLAR));
        assertThat(IntStream.range(0, 12).map(row -> run.replay(row).get(0).trades()).sum()).as("the spread is traded").isPositive();
    }

    /** @return whether the days up to the split were the same as known then */
    private static boolean agree(Sweep sweep, Universe universe, String what) {
        BasketCells cells = new BasketCells(sweep, universe, SEEN, Universes.DOLLAR);
        for (long place = 0; place < sweep.space().size(); place++) {
            BasketExperiment cell = sweep.basket(place).orElseThrow();
            BasketResult expected = new BasketRun(cell, universe, Universes.DOLLAR).run(day -> true).result();
            CellRun found = cells.whole(place).orElseThrow();
            assertThat(Math.round(100 * found.equity()[universe.days() - 1])).as(what + ", " + cell.words()).isEqualTo(expected.end());
            assertThat(found.equity()).isEqualTo(expected.equity());
            assertThat(found.exits()).hasSize(expected.performance().closedTrades());
            CellRun then = cells.inSample(place).orElseThrow();
            if (cells.known()) {
                assertThat(then.equity()).as(what + ", " + cell.words()).isEqualTo(found.until(SEEN - 1).equity());
                assertThat(then.exits()).isEqualTo(found.until(SEEN - 1).exits());
            }
            assertThat(then.equity()).isEqualTo(new BasketRun(cell, universe.cut(SEEN), Universes.DOLLAR).run(day -> true).result().equity());
        }
        return cells.known();
    }

    private static Sweep portfolio(Universe universe, RuleKind kind, List<Axis> axes) {
        BasketExperiment base = new BasketExperiment(universe.members().stream().map(Member::symbol).toList(), null, null,
                NamedRule.of(kind, Map.of()), Plan.of(Map.of("window", 60.0)), 100_000, 0.001, 1.5, 0.0005);
        return new Sweep(null, base, axes, Search.GRID, null, null);
    }

    /** Three instruments whose sum comes back. */
    private static Universe spread(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Bar>> bars = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        double[] walk = {100, 80};
        double away = 0;
        for (int day = 0; day < DAYS; day++) {
            away = 0.8 * away + 2 * random.nextGaussian();
            walk[0] *= Math.exp(0.01 * random.nextGaussian());
            walk[1] *= Math.exp(0.01 * random.nextGaussian());
            double[] price = {walk[0], walk[1], 50 + 0.5 * walk[0] + 0.5 * walk[1] + away};
            for (int at = 0; at < 3; at++) {
                double close = Universes.cents(price[at]);
                bars.get(at).add(new Bar(day * Universes.DAY, close, close, close, close, 1000));
            }
        }
        return Universe.of(IntStream.range(0, 3).mapToObj(at -> new Member("S" + at, Bars.of(bars.get(at)), List.of())).toList());
    }

    /** Cell 0 makes a little every day; the others nothing up to a bar of their own, and a fortune from the next one on, as if they had seen it. */
    private static final class Cheats implements Cells {

        private static final int BARS = 200;
        private static final int SPLIT = 100;

        @Override
        public long[] times() {
            return IntStream.range(0, BARS).mapToLong(bar -> bar * Universes.DAY).toArray();
        }

        @Override
        public int split() {
            return SPLIT;
        }

        @Override
        public boolean known() {
            return true;
        }

        @Override
        public String dataHash() {
            return "data";
        }

        @Override
        public Optional<CellRun> whole(long place) {
            double[] equity = new double[BARS];
            equity[0] = 100;
            for (int bar = 1; bar < BARS; bar++) {
                double gain = place == 0 ? bar % 2 == 0 ? 0.002 : -0.001 : bar <= 20 * place ? bar % 2 == 0 ? 0.001 : -0.002 : bar % 2 == 0 ? 0.05 : 0.04;
                equity[bar] = equity[bar - 1] * (1 + gain);
            }
            return Optional.of(new CellRun(times(), equity, new int[] {50, 150}));
        }

        @Override
        public Optional<CellRun> inSample(long place) {
            return whole(place).map(run -> run.until(SPLIT));
        }
    }

    @Test
    void aCellThatCheatsAfterTheSplitIsNotChosenForIt() {
        Sweep sweep = making(new Axis("horizon", 1, 10, 1));
        Cells cheats = new Cheats();
        SweepRun run = new SweepRun(sweep, cheats);
        Scan scan = new Scan(sweep, run, "data");
        scan.add(run.chunk(0, () -> true).pack());
        Best.Cell chosen = scan.summary(null).best().get(0);
        assertThat(chosen.place()).as("cells 5 to 9 make a fortune, all of it after the split").isLessThan(5);
        assertThat(chosen.inSample().sharpe()).isPositive();
        List<WalkForward.Step> steps = new WalkForward(sweep, cheats, new Windows(20, 20)).run(() -> true).steps();
        assertThat(steps.get(0).cell().place()).as("cell 1 begins to win where the first window ends").isZero();
        assertThat(steps.get(0).applied()).isCloseTo(Math.pow(1.002 * 0.999, 10) - 1, within(1e-12));
        assertThat(steps.get(1).cell().place()).isEqualTo(1);
    }

    @Test
    void whatCannotBeASweepIsRefused() {
        assertThatThrownBy(() -> new Sweep(null, null, List.of(new Axis("n", 1, 2, 1)), Search.GRID, null, null)).hasMessageContaining("one instrument or of a portfolio");
        assertThatThrownBy(() -> Questions.of(Crossover.simple(1, 3), List.of(new Axis("kelly", 0.5, 1, 0.5), new Axis("fast", 1, 2, 1), new Axis("slow", 3, 4, 1)),
                Search.GRID, 0)).hasMessageContaining("must be fast and slow of a crossover, and then a size");
        Universe universe = spread(1);
        assertThatThrownBy(() -> portfolio(universe, RuleKind.COINTEGRATION, List.of(new Axis("rule.enter", 1, 2, 1))).basket().with(Map.of("enter", 1.0)))
                .hasMessageContaining("must begin with rule. or plan.");
        Sweep spread = portfolio(universe, RuleKind.COINTEGRATION, List.of(new Axis("plan.window", 50, 70, 20)));
        assertThat(spread.basket(0)).as("a test needs 60 days").isEmpty();
        assertThat(spread.basket(1)).isPresent();
        assertThat(spread.basket(2)).isEmpty();
        assertThatThrownBy(() -> new BasketCells(spread, universe, DAYS - 2, Universes.DOLLAR)).hasMessageStartingWith("698 bars up to the split and 2 after it");
    }
}
