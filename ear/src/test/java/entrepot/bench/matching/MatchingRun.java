package entrepot.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.bench.Report;
import entrepot.bench.sweep.JmhRounds;
import java.io.IOException;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.openjdk.jmh.runner.RunnerException;

/** The flow once for equality, once more by the command for its times, then one JMH run of all rounds; last the way from a quote to an order. */
public final class MatchingRun {

    private static final int TIMED = 4;

    private final int rounds;
    private final Flow flow = new Flow(MatchingRounds.COMMANDS);

    public MatchingRun(int rounds) {
        this.rounds = rounds;
    }

    public String text() throws RunnerException, IOException {
        Counted counted = equal();
        Times ours = times(() -> new OurBook(flow)::take);
        Times theirs = times(() -> new TheirBook(flow)::take);
        Times venue = venueTimes();
        JmhRounds results = new JmhRounds(MatchingRounds.class, rounds);
        return alone(counted, ours, theirs, results) + "\n" + journaled(venue, results) + "\n" + eventToOrder();
    }

    private Counted equal() throws IOException {
        OurBook ours = new OurBook(flow);
        TheirBook theirs = new TheirBook(flow);
        try (OurVenue venue = new OurVenue(flow, OurVenue.NEVER)) {
            for (int at = 0; at < flow.length(); at++) {
                ours.take(at);
                theirs.take(at);
                venue.take(at);
            }
            assertThat(ours.counted()).isEqualTo(theirs.counted()).isEqualTo(venue.counted());
        }
        return ours.counted();
    }

    private String alone(Counted counted, Times ours, Times theirs, JmhRounds results) {
        double our = MatchingRounds.COMMANDS / results.seconds("ours");
        double their = MatchingRounds.COMMANDS / results.seconds("theirs");
        return String.format(Locale.ROOT, """
                ## Matching beside exchange-core (T3)

                Written anew by `./entrepot bench -Dit.test=MatchingBenchmark`.
                The mix of exchange-core's README: %.0f %% GTC, %.0f %% IOC, %.0f %% cancellations, %.0f %% moves, about %d orders at rest of %d accounts, `SplittableRandom(42)`,
                %,d commands, one thread, a new book for each pass. exchange-core 0.5.3's direct book gets one command object that is used
                again and its events are counted; ours tells a listener that counts. Before the timing both have taken the flow: %,d trades, %d asks
                and %d bids left, equal in number, money and orders at rest. One JMH run, 3 warm-up rounds of 1 s and %d measured ones of 2 s, processor
                time of the whole process; medians. Times of single commands are by `System.nanoTime`, whose own is in them, on the last of %d passes.

                Machine: %s.

                | | commands a CPU second | range of the rounds | p50 | p99 | p99.9 |
                |---|--:|--:|--:|--:|--:|
                | Entrepot | %.2e | %s | %s |
                | exchange-core 0.5.3 | %.2e | %s | %s |
                | of exchange-core (asked: 1 ×) | %.2f × | | | | |
                """, flow.share(Flow.GTC), flow.share(Flow.IOC), flow.share(Flow.CANCEL), flow.share(Flow.MOVE), Flow.RESTING, Flow.USERS,
                flow.length(), counted.trades(), counted.asks(), counted.bids(), rounds, TIMED, Report.machine(),
                our, results.range(MatchingRounds.COMMANDS, "ours"), ours.cells(),
                their, results.range(MatchingRounds.COMMANDS, "theirs"), theirs.cells(), our / their);
    }

    private static String journaled(Times venue, JmhRounds results) {
        return String.format(Locale.ROOT, """
                **With risk check and journal** (`Venue`), the same flow in the same JMH run with the same trades. All limits of each account are set and none
                is reached; each command is a record of 64 bytes in a memory-mapped file on the project's disk before it is matched. Forced once a
                millisecond is by another thread, which the commands do not wait for. A second is that of the thread that matches; a CPU second is of the
                whole process, with forcing, the zeros written into segments ahead, opening and closing.

                | | commands a second | range of the rounds | commands a CPU second | p50 | p99 | p99.9 |
                |---|--:|--:|--:|--:|--:|--:|
                | forced each millisecond | %s | | | |
                | without the force | %s | %s |
                | asked | 3.00e+06 | | | | 1,000 ns | |
                """, speed(results, "venueForced"), speed(results, "venueUnforced"), venue.cells());
    }

    private static String speed(JmhRounds results, String method) {
        return String.format(Locale.ROOT, "%.2e | %s | %.2e", MatchingRounds.COMMANDS / results.wallSeconds(method),
                results.wallRange(MatchingRounds.COMMANDS, method), MatchingRounds.COMMANDS / results.seconds(method));
    }

    private static String eventToOrder() throws IOException {
        EventToOrder way = new EventToOrder();
        return String.format(Locale.ROOT, """
                **From a quote to a risk-checked order.** Two means of the middle of the quotes, followed quote by quote; where they cross an order of one lot goes
                out, is approved, written into the journal and filled in full. Only quotes that an order comes of count. In core: %,d after %,d that
                do not count, from the quote in hand to the answer of the venue, `System.nanoTime` in it. Over a loopback socket: %,d after %,d, from before a quote
                is written as a frame of %d bytes to the order read back as another one; TCP without delay, two threads that look at their channels
                without rest, so both ways through the kernel are in it.

                | | p50 | p99 | p99.9 |
                |---|--:|--:|--:|
                | in core, without the force | %s |
                | in core, forced each millisecond | %s |
                | over a loopback socket, without the force | %s |
                | over a loopback socket, forced each millisecond | %s |
                """, EventToOrder.IN_CORE, EventToOrder.IN_CORE / 2, EventToOrder.OVER_A_SOCKET, EventToOrder.OVER_A_SOCKET / 5, EventToOrder.FRAME,
                way.inCore(OurVenue.NEVER).cells(), way.inCore(OurVenue.EACH_MILLISECOND).cells(),
                way.overASocket(OurVenue.NEVER).cells(), way.overASocket(OurVenue.EACH_MILLISECOND).cells());
    }

    private Times times(Supplier<IntConsumer> books) {
        Times last = null;
        for (int pass = 0; pass < TIMED; pass++) {
            last = times(books.get());
        }
        return last;
    }

    private Times venueTimes() throws IOException {
        Times last = null;
        for (int pass = 0; pass < TIMED; pass++) {
            try (OurVenue venue = new OurVenue(flow, OurVenue.NEVER)) {
                last = times(venue::take);
            }
        }
        return last;
    }

    private Times times(IntConsumer book) {
        long[] times = new long[flow.length()];
        for (int at = 0; at < times.length; at++) {
            long begun = System.nanoTime();
            book.accept(at);
            times[at] = System.nanoTime() - begun;
        }
        return Times.of(times);
    }
}
