package entrepot.bench;

import entrepot.bench.sweep.SweepRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** Protocol T1: a sweep of crossovers beside ta4j 0.17 in one JMH run. {@code docs/benchmarks.md} explains it. */
@Tag("bench")
class SweepBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Test
    void aGridOfCrossovers() throws RunnerException {
        Report.write("sweep", new SweepRun(ROUNDS).text());
    }
}
