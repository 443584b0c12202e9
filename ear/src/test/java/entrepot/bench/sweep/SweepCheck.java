package entrepot.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import entrepot.trading.backtest.CrossoverSweep;
import entrepot.trading.backtest.SweepColumns;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Reading;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.ta4j.core.TradingRecord;

/** Before anything is timed: everybody trades the same and has the same money, and the memory does not grow with the pairs. */
final class SweepCheck {

    private final Bars bars = new GappedWalk(SweepRounds.BARS).bars();
    private final Ta4jCrossover ta4j = new Ta4jCrossover(new GappedWalk(SweepRounds.BARS).ta4j(), SweepRounds.FEE);

    /** @return trades of the whole grid */
    int equalEverywhere() {
        SweepColumns found = sweep().grid(SweepRounds.FASTS, SweepRounds.SLOWS);
        for (int row = 0; row < found.rows(); row++) {
            int fast = found.fast()[row];
            int slow = found.slow()[row];
            SlowCrossover reference = SlowCrossover.run(bars, fast, slow, SweepRounds.FEE);
            TradingRecord record = ta4j.run(fast, slow);
            String pair = fast + " and " + slow;
            assertThat(found.trades()[row]).as(pair).isEqualTo(reference.trades()).isEqualTo(record.getPositionCount());
            assertThat(1 + found.netReturn()[row]).as(pair).isCloseTo(reference.money(), within(1e-9))
                    .isCloseTo(ta4j.money(record, SweepRounds.FEE), within(1e-9));
        }
        return IntStream.of(found.trades()).sum();
    }

    /** Bytes that a sweep over so many fast periods takes beside the series, a pair. */
    double bytesAPair(int fasts) {
        CrossoverSweep sweep = sweep();
        int[] periods = IntStream.rangeClosed(1, fasts).toArray();
        int[] slows = {fasts + 1};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int rows = sweep.grid(periods, slows).rows();
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) rows;
    }

    private CrossoverSweep sweep() {
        return new CrossoverSweep(bars, Reading.CROSS, SweepRounds.COSTS, true);
    }
}
