package entrepot.bench.sweep;

import entrepot.kernel.Money;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.broker.DecisionTrader;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.broker.Series;
import entrepot.trading.broker.Simulation;
import entrepot.trading.broker.SimulationResult;
import entrepot.trading.broker.Slippage;
import entrepot.trading.market.Bars;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ta4j.core.TradingRecord;

/** Protocol T2: one crossover over 1,000,000 bars, every decision an order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineRounds {

    static final int BARS = 1_000_000;
    static final int FAST = 40;
    static final int SLOW = 100;
    static final double FEE = 0.001;
    static final double SLIPPAGE = 0.0005;
    static final Costs COSTS = new Costs(FEE, FeeBasis.VALUE, 0, 0, SLIPPAGE);
    /** Half a percent lost, one percent won: about as often as the means cross. */
    static final OrderPlan BRACKET = new OrderPlan(0, 0, 5_000_000, 10_000_000, 0);
    static final OrderPlan TRAILING = new OrderPlan(0, 500_000, 0, 0, 5_000_000);
    private static final Currency DOLLAR = Currency.getInstance("USD");
    /** So much that a cent is nothing, as the others count in doubles. */
    private static final Money MONEY = new Money(1_000_000_000_000_00L, DOLLAR);

    private Bars bars;
    private Ta4jCrossover ta4j;

    @Setup
    public void make() {
        bars = new GappedWalk(BARS).bars();
        ta4j = new Ta4jCrossover(new GappedWalk(BARS).ta4j(), FEE);
    }

    static SimulationResult orders(Bars bars, int fast, int slow, OrderPlan plan) {
        BrokerTerms terms = BrokerTerms.of(FeeSchedule.rate(Math.round(FEE * FeeSchedule.BILLION)), new Slippage.Share(SLIPPAGE));
        return new Simulation(List.of(Series.of(Contract.share("WALK", DOLLAR), bars)), terms, List.of(MONEY))
                .run(new DecisionTrader(Crossover.simple(fast, slow).with(Reading.CROSS), bars, plan));
    }

    /** For each unit of money at the start. */
    static double money(SimulationResult result) {
        double[] worth = result.worth(0);
        return worth[worth.length - 1] / MONEY.minor();
    }

    @Benchmark
    public SimulationResult market() {
        return orders(bars, FAST, SLOW, OrderPlan.MARKET);
    }

    @Benchmark
    public SimulationResult bracket() {
        return orders(bars, FAST, SLOW, BRACKET);
    }

    @Benchmark
    public SimulationResult trailing() {
        return orders(bars, FAST, SLOW, TRAILING);
    }

    @Benchmark
    public TradingRecord byTa4j() {
        return ta4j.run(FAST, SLOW);
    }
}
