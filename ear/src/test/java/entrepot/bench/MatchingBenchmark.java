package entrepot.bench;

import entrepot.bench.matching.MatchingRun;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** Protocol T3: the book beside exchange-core 0.5.3's in one JMH run. {@code docs/benchmarks.md} explains it. */
@Tag("bench")
class MatchingBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Test
    void aFlowOfCommands() throws RunnerException, IOException {
        Report.write("matching", new MatchingRun(ROUNDS).text());
    }
}
