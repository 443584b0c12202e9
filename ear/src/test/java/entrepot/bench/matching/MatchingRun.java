package entrepot.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.bench.Report;
import entrepot.bench.sweep.JmhRounds;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.openjdk.jmh.runner.RunnerException;

/** The flow once for equality, once more by the command for its times, then one JMH run of all rounds. */
public final class MatchingRun {

    private static final int TIMED = 4;

    private final int rounds;
    private final Flow flow = new Flow(MatchingRounds.COMMANDS);

    public MatchingRun(int rounds) {
        this.rounds = rounds;
    }

    public String text() throws RunnerException {
        OurBook ours = new OurBook(flow);
        TheirBook theirs = new TheirBook(flow);
        for (int at = 0; at < flow.length(); at++) {
            ours.take(at);
            theirs.take(at);
        }
        assertThat(ours.counted()).isEqualTo(theirs.counted());
        long[] ourTimes = times(() -> new OurBook(flow)::take);
        long[] theirTimes = times(() -> new TheirBook(flow)::take);
        JmhRounds results = new JmhRounds(MatchingRounds.class, rounds);
        double our = MatchingRounds.COMMANDS / results.seconds("ours");
        double their = MatchingRounds.COMMANDS / results.seconds("theirs");
        Counted counted = ours.counted();
        return String.format(Locale.ROOT, """
                ## Matching beside exchange-core (T3)

                Written anew by `./entrepot bench -Dit.test=MatchingBenchmark`.
                The mix of exchange-core's README: %.0f %% GTC, %.0f %% IOC, %.0f %% cancellations, %.0f %% moves, about %d orders at rest, `SplittableRandom(42)`,
                %,d commands, one thread, a new book for each pass. exchange-core 0.5.3's direct book gets one command object that is used
                again and its events are counted; ours tells a listener that counts. Before the timing both have taken the flow: %,d trades, %d asks
                and %d bids left, equal in number, money and orders at rest. One JMH run, 3 warm-up rounds of 1 s and %d measured ones of 2 s, processor
                time of the whole process; medians. Times of single commands are by `System.nanoTime`, whose own is in them, on the last of %d passes.

                Machine: %s.

                | | commands a CPU second | range of the rounds | p50 | p99 | p99.9 |
                |---|--:|--:|--:|--:|--:|
                | Entrepot | %.2e | %s | %d ns | %d ns | %d ns |
                | exchange-core 0.5.3 | %.2e | %s | %d ns | %d ns | %d ns |
                | of exchange-core (asked: 1 ×) | %.2f × | | | | |

                Matching alone: risk checks, the journal and the loopback socket of the protocol are not there yet.
                """, flow.share(Flow.GTC), flow.share(Flow.IOC), flow.share(Flow.CANCEL), flow.share(Flow.MOVE), Flow.RESTING, flow.length(), counted.trades(), counted.asks(), counted.bids(), rounds, TIMED, Report.machine(),
                our, results.range(MatchingRounds.COMMANDS, "ours"), at(ourTimes, 0.5), at(ourTimes, 0.99), at(ourTimes, 0.999),
                their, results.range(MatchingRounds.COMMANDS, "theirs"), at(theirTimes, 0.5), at(theirTimes, 0.99), at(theirTimes, 0.999), our / their);
    }

    private long[] times(Supplier<IntConsumer> books) {
        long[] times = new long[flow.length()];
        for (int pass = 0; pass < TIMED; pass++) {
            IntConsumer book = books.get();
            for (int at = 0; at < times.length; at++) {
                long begun = System.nanoTime();
                book.accept(at);
                times[at] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
