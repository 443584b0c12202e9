package entrepot.bench;

import entrepot.bench.sweep.EngineRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** Protocol T2: a crossover through orders at the simulated broker beside ta4j 0.17 in one JMH run. {@code docs/benchmarks.md} explains it. */
@Tag("bench")
class EngineBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Test
    void aCrossoverByOrders() throws RunnerException {
        Report.write("engine", new EngineRun(ROUNDS).text());
    }
}
