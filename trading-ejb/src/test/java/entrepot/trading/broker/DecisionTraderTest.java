package entrepot.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.kernel.Money;
import entrepot.trading.Walk;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.CrossoverSweep;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.Fill;
import entrepot.trading.backtest.SweepColumns;
import entrepot.trading.backtest.Terms;
import entrepot.trading.expression.Variables;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Late;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is decided makes by orders the same fills and the same money as in the backtest and in the sweep, which know no orders. */
class DecisionTraderTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final long START = 1_000_000_000_00L;
    private static final double FEE = 0.001;
    private static final double SLIPPAGE = 0.0003;
    private static final BrokerTerms TERMS = BrokerTerms.of(FeeSchedule.rate(1_000_000), new Slippage.Share(SLIPPAGE));

    private static SimulationResult orders(Bars bars, Strategy strategy, OrderPlan plan) {
        return new Simulation(List.of(Series.of(Contract.share("S", DOLLAR), bars)), TERMS, List.of(new Money(START, DOLLAR)))
                .run(new DecisionTrader(strategy, bars, plan));
    }

    private static List<Strategy> strategies() {
        List<Strategy> all = new ArrayList<>(List.of(new BuyAndHold(), new Late(Crossover.simple(3, 9)),
                new RuleStrategy("rsi(5) < 40", "rsi(5) > 60", "rsi(5) > 70", null, Variables.of(""))));
        for (Mean mean : Mean.values()) {
            for (Side side : Side.values()) {
                for (Reading reading : Reading.values()) {
                    all.add(new Crossover(mean, 5, 12, side, reading));
                }
            }
        }
        return all;
    }

    @Test
    void ordersMakeTheFillsAndTheMoneyOfTheBacktest() {
        for (long seed = 1; seed <= 6; seed++) {
            Bars bars = seed % 2 == 0 ? Walk.coarse(seed, 600) : Walk.gapped(seed, 600);
            for (Strategy strategy : strategies()) {
                BacktestResult plain = new Backtest(bars, strategy, Terms.allIn(START / 100.0, new Costs(FEE, FeeBasis.VALUE, 0, 0, SLIPPAGE))).run();
                SimulationResult found = orders(bars, strategy, OrderPlan.MARKET);
                String what = strategy.words() + ", seed " + seed;
                assertThat(found.fills()).as(what).hasSameSizeAs(plain.fills());
                for (int at = 0; at < found.fills().size(); at++) {
                    BrokerFill fill = found.fills().get(at);
                    Fill other = plain.fills().get(at);
                    assertThat(fill.bar()).as(what).isEqualTo(other.bar());
                    assertThat(fill.rule()).isEqualTo(FillRule.MARKET_AT_OPEN);
                    assertThat(fill.units() / 1e6).as(what).isCloseTo(other.units(), within(1e-9 * Math.abs(other.units())));
                    assertThat(fill.price() / 1e9).as(what).isCloseTo(other.price(), within(1e-9));
                }
                double[] worth = found.worth(0);
                double[] equity = plain.equity();
                for (int bar = 0; bar < equity.length; bar++) {
                    assertThat(worth[bar] / 100 / equity[bar]).as(what + ", bar " + bar).isCloseTo(1, within(1e-9));
                }
            }
        }
    }

    @Test
    void andOfTheSweep() {
        Bars bars = Walk.gapped(42, 20_000);
        SweepColumns swept = new CrossoverSweep(bars, Reading.CROSS, new Costs(FEE, FeeBasis.VALUE, 0, 0, SLIPPAGE), false)
                .grid(new int[] {5, 20, 40}, new int[] {60, 100});
        for (int row = 0; row < swept.rows(); row++) {
            SimulationResult found = orders(bars, Crossover.simple(swept.fast()[row], swept.slow()[row]).with(Reading.CROSS), OrderPlan.MARKET);
            assertThat(found.fills().stream().filter(fill -> !fill.isBuy())).hasSize(swept.trades()[row]);
            assertThat(found.worth(0)[bars.size() - 1] / START).isCloseTo(1 + swept.netReturn()[row], within(1e-9));
        }
    }

    @Test
    void noPlanSeesTheFuture() {
        OrderPlan[] plans = {OrderPlan.MARKET, new OrderPlan(0, 1_000_000, 0, 0, 0), new OrderPlan(0, 0, 1_000_000, 2_000_000, 0),
                new OrderPlan(2_000_000, 500_000, 0, 0, 1_000_000)};
        Series series = Series.of(Contract.share("S", DOLLAR), Walk.gapped(11, 150));
        for (Strategy strategy : strategies()) {
            for (OrderPlan plan : plans) {
                CutRun check = new CutRun(series, TERMS, List.of(new Money(START, DOLLAR)), seen -> new DecisionTrader(strategy, seen.bars(), plan));
                assertThat(IntStream.rangeClosed(2, 150).filter(cut -> cut % 5 == 0)).as(strategy.words() + plan.words())
                        .allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
            }
        }
    }

    @Test
    void aPositionThatWasStoppedOutStaysSoUntilTheNextDecision() {
        Bars bars = Walk.of(new double[] {10, 10, 10, 10, 10, 10}, new double[] {10, 10, 8, 12, 12, 12});
        SimulationResult found = orders(bars, new BuyAndHold(), new OrderPlan(1_000_000, 0, 100_000_000, 0, 0));
        assertThat(found.fills()).extracting(BrokerFill::rule).containsExactly(FillRule.MARKET_AT_OPEN, FillRule.STOP_REACHED);
        assertThat(found.fills().get(1).marketPrice()).as("10 % below the open").isEqualTo(9_000_000_000L);
    }
}
