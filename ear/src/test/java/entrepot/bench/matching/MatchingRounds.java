package entrepot.bench.matching;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Protocol T3: one flow of commands through a new book, once by each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MatchingRounds {

    static final int COMMANDS = 1_000_000;

    private Flow flow;

    @Setup
    public void make() {
        flow = new Flow(COMMANDS);
    }

    @Benchmark
    public Object ours() {
        OurBook book = new OurBook(flow);
        for (int at = 0; at < flow.length(); at++) {
            book.take(at);
        }
        return book.counted();
    }

    @Benchmark
    public Object theirs() {
        TheirBook book = new TheirBook(flow);
        for (int at = 0; at < flow.length(); at++) {
            book.take(at);
        }
        return book.counted();
    }
}
