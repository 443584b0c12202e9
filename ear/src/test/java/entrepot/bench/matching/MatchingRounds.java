package entrepot.bench.matching;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Protocol T3: one flow of commands through a new book, once by each, and through a new venue. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MatchingRounds {

    static final int COMMANDS = 1_000_000;

    @State(Scope.Benchmark)
    public static class Commands {

        private Flow flow;

        @Setup
        public void make() {
            flow = new Flow(COMMANDS);
        }
    }

    /** A venue for each pass; what it takes to open and close one counts as processor time, not as time. */
    @State(Scope.Benchmark)
    public static class Journaled {

        private OurVenue venue;

        void open(Flow flow, Duration forceEvery) {
            venue = new OurVenue(flow, forceEvery);
        }

        @TearDown(Level.Invocation)
        public void close() throws IOException {
            venue.close();
        }

        /** Mappings of files that are gone are given back by the collector. */
        @TearDown(Level.Iteration)
        public void collect() {
            System.gc();
        }
    }

    @State(Scope.Benchmark)
    public static class Forced extends Journaled {

        @Setup(Level.Invocation)
        public void open(Commands commands) {
            open(commands.flow, OurVenue.EACH_MILLISECOND);
        }
    }

    @State(Scope.Benchmark)
    public static class Unforced extends Journaled {

        @Setup(Level.Invocation)
        public void open(Commands commands) {
            open(commands.flow, OurVenue.NEVER);
        }
    }

    @Benchmark
    public Object ours(Commands commands) {
        OurBook book = new OurBook(commands.flow);
        for (int at = 0; at < COMMANDS; at++) {
            book.take(at);
        }
        return book.counted();
    }

    @Benchmark
    public Object theirs(Commands commands) {
        TheirBook book = new TheirBook(commands.flow);
        for (int at = 0; at < COMMANDS; at++) {
            book.take(at);
        }
        return book.counted();
    }

    @Benchmark
    public Object venueForced(Forced forced) {
        return all(forced);
    }

    @Benchmark
    public Object venueUnforced(Unforced unforced) {
        return all(unforced);
    }

    private static Object all(Journaled journaled) {
        OurVenue venue = journaled.venue;
        for (int at = 0; at < COMMANDS; at++) {
            venue.take(at);
        }
        return venue.counted();
    }
}
