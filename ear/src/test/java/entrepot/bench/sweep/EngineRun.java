package entrepot.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.bench.Report;
import entrepot.trading.backtest.CrossoverSweep;
import entrepot.trading.backtest.SweepColumns;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.broker.SimulationResult;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Reading;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.ta4j.core.TradingRecord;

/** One JMH run of all rounds, after the check that trades and money are those of the sweep and of ta4j, and its words for the report. */
public final class EngineRun {

    private static final int CHECKED_BARS = 100_000;
    private static final int[] FASTS = {5, 20, 40};
    private static final int[] SLOWS = {60, 100, 240};

    private final int rounds;

    public EngineRun(int rounds) {
        this.rounds = rounds;
    }

    public String text() throws RunnerException {
        int trades = equalEverywhere();
        Bars bars = new GappedWalk(EngineRounds.BARS).bars();
        int market = EngineRounds.orders(bars, EngineRounds.FAST, EngineRounds.SLOW, OrderPlan.MARKET).fills().size();
        SimulationResult bracket = EngineRounds.orders(bars, EngineRounds.FAST, EngineRounds.SLOW, EngineRounds.BRACKET);
        SimulationResult trailing = EngineRounds.orders(bars, EngineRounds.FAST, EngineRounds.SLOW, EngineRounds.TRAILING);
        JmhRounds results = new JmhRounds(EngineRounds.class, rounds);
        double ours = EngineRounds.BARS / results.seconds("market");
        double ta4j = EngineRounds.BARS / results.seconds("byTa4j");
        return String.format(Locale.ROOT, """
                ## A crossover by orders beside ta4j (T2)

                Written anew by `./entrepot bench -Dit.test=EngineBenchmark`.
                The walk of T1, %,d bars, simple means over %d and %d bars. Every decision is an order at the simulated broker
                (`docs/execution.md`): 0.1 %% fee a side, 0.05 %% slippage, money in cents, units in millionths, prices in billionths, a record of
                each order, fill and movement of cash, position and worth at each close. ta4j makes its trading record with its linear cost model, without
                slippage. Before the timing %d pairs over %,d bars are held against the sweep of T1 and ta4j 0.17: %,d trades, equal in
                number for each pair, and equal money to 1e-9 (of a start so large that a cent is less). One JMH run, one thread, 3 warm-up rounds of
                1 s and %d measured ones of 2 s; processor time is of the whole process, compiler and collector included; medians.

                Machine: %s.

                | | orders | fills | bars a CPU second | range of the rounds | asked |
                |---|--:|--:|--:|--:|--:|
                | market orders at the next open | %,d | %,d | %.2e | %s | 5e6 |
                | and a bracket: 0.5 %% stop, 1 %% profit | %,d | %,d | %.2e | %s | |
                | entered by a limit, 0.5 %% trailing stop | %,d | %,d | %.2e | %s | |
                | ta4j 0.17 | | | %.2e | %s | |
                | of ta4j | | | %.1f × | | 2 × |
                """, EngineRounds.BARS, EngineRounds.FAST, EngineRounds.SLOW, FASTS.length * SLOWS.length, CHECKED_BARS, trades, rounds, Report.machine(),
                market, market, ours, results.range(EngineRounds.BARS, "market"), bracket.orders().size(), bracket.fills().size(),
                EngineRounds.BARS / results.seconds("bracket"), results.range(EngineRounds.BARS, "bracket"), trailing.orders().size(), trailing.fills().size(),
                EngineRounds.BARS / results.seconds("trailing"), results.range(EngineRounds.BARS, "trailing"), ta4j, results.range(EngineRounds.BARS, "byTa4j"), ours / ta4j);
    }

    /** @return trades of all pairs */
    private static int equalEverywhere() {
        Bars bars = new GappedWalk(CHECKED_BARS).bars();
        Ta4jCrossover ta4j = new Ta4jCrossover(new GappedWalk(CHECKED_BARS).ta4j(), EngineRounds.FEE);
        SweepColumns swept = new CrossoverSweep(bars, Reading.CROSS, EngineRounds.COSTS, false).grid(FASTS, SLOWS);
        int trades = 0;
        for (int row = 0; row < swept.rows(); row++) {
            SimulationResult found = EngineRounds.orders(bars, swept.fast()[row], swept.slow()[row], OrderPlan.MARKET);
            TradingRecord record = ta4j.run(swept.fast()[row], swept.slow()[row]);
            int sold = (int) found.fills().stream().filter(fill -> !fill.isBuy()).count();
            String pair = swept.fast()[row] + " and " + swept.slow()[row];
            assertThat(sold).as(pair).isEqualTo(swept.trades()[row]).isEqualTo(record.getPositionCount());
            assertThat(EngineRounds.money(found)).as(pair).isCloseTo(1 + swept.netReturn()[row], within(1e-9))
                    .isCloseTo(ta4j.money(record, EngineRounds.FEE, EngineRounds.SLIPPAGE), within(1e-9));
            trades += sold;
        }
        return trades;
    }
}
