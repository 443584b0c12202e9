package entrepot.bench.sweep;

import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.CrossoverSweep;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.SweepColumns;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Reading;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ta4j.core.BarSeries;
import org.ta4j.core.criteria.pnl.ReturnCriterion;
import org.ta4j.core.num.Num;

/** Protocol T1: 100 pairs over 100,000 bars, and one pair over 1,000,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SweepRounds {

    static final int BARS = 100_000;
    static final int LONG = 1_000_000;
    static final double FEE = 0.001;
    static final int[] FASTS = {5, 10, 15, 20, 25, 30, 35, 40, 45, 50};
    static final int[] SLOWS = {60, 80, 100, 120, 140, 160, 180, 200, 220, 240};
    static final Costs COSTS = new Costs(FEE, FeeBasis.STAKE, 0, 0, 0);
    private static final int[] ONE_FAST = {40};
    private static final int[] ONE_SLOW = {100};

    private Bars bars;
    private Bars many;
    private Ta4jCrossover ta4j;
    private Ta4jCrossover manyTa4j;
    private BarSeries series;
    private BarSeries manySeries;

    @Setup
    public void make() {
        bars = new GappedWalk(BARS).bars();
        many = new GappedWalk(LONG).bars();
        series = new GappedWalk(BARS).ta4j();
        manySeries = new GappedWalk(LONG).ta4j();
        ta4j = new Ta4jCrossover(series, FEE);
        manyTa4j = new Ta4jCrossover(manySeries, FEE);
    }

    /** Net return, trades and Sharpe, the sums of the series made anew each time. */
    @Benchmark
    public SweepColumns grid() {
        return new CrossoverSweep(bars, Reading.CROSS, COSTS, false).grid(FASTS, SLOWS);
    }

    @Benchmark
    public SweepColumns gridWithDrawdown() {
        return new CrossoverSweep(bars, Reading.CROSS, COSTS, true).grid(FASTS, SLOWS);
    }

    @Benchmark
    public double gridByTa4j() {
        double sum = 0;
        for (int fast : FASTS) {
            for (int slow : SLOWS) {
                Num gained = new ReturnCriterion().calculate(series, ta4j.run(fast, slow));
                sum += gained.doubleValue();
            }
        }
        return sum;
    }

    @Benchmark
    public SweepColumns onePair() {
        return new CrossoverSweep(many, Reading.CROSS, COSTS, true).grid(ONE_FAST, ONE_SLOW);
    }

    @Benchmark
    public double onePairByTa4j() {
        return new ReturnCriterion().calculate(manySeries, manyTa4j.run(ONE_FAST[0], ONE_SLOW[0])).doubleValue();
    }
}
