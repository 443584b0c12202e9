package entrepot.trading.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import entrepot.trading.Shared;
import entrepot.trading.execution.OrderBook.Level;
import entrepot.trading.execution.OrderBook.Result;
import entrepot.trading.risk.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VenueTest {

    private static final Journal.Terms TERMS = new Journal.Terms(Duration.ofMillis(1), 1 << 14);
    private static final long SEED = Long.getLong("laws.seed", 20261128);

    private final Told told = new Told();

    @TempDir
    private Path directory;

    @Test
    void aRefusalSaysWhoWhatAndHowMuch() throws IOException {
        try (Venue venue = open()) {
            assertThat(buy(venue, 1, 7, 1_000, 10)).isEqualTo(Result.REFUSED);
            assertThat(venue.exposure().words()).isEqualTo("account 7 in OIL: ORDER_QUANTITY would be 10 lots, at most 0 is allowed: set its limits first");
            limit(venue, 7, 1_000);
            venue.limit(0, 7, Verdict.LONG_POSITION, 15);
            assertThat(buy(venue, 1, 7, 1_000, 10)).isEqualTo(Result.DONE);
            assertThat(buy(venue, 2, 7, 1_000, 6)).isEqualTo(Result.REFUSED);
            assertThat(venue.exposure().words()).isEqualTo("account 7 in OIL: LONG_POSITION would be 16 lots, at most 15 is allowed");
            assertThat(told.take()).as("the book hears nothing of it").isEmpty();
            assertThatThrownBy(() -> venue.limit(0, 7, Verdict.ORDER_RATE, 100_001))
                    .hasMessage("limit ORDER_RATE of account 7 in OIL is 100001, must be from 0 to 100000");
            assertThatThrownBy(() -> venue.limit(0, 7, Verdict.HALTED, 1)).hasMessage("limit HALTED of account 7 in OIL is 1: that is no limit");
        }
    }

    @Test
    void haltedOnlyCancellationsAndReductionsGoThrough() throws IOException {
        try (Venue venue = open()) {
            limit(venue, 7, 1_000);
            limit(venue, 8, 1_000);
            buy(venue, 1, 7, 1_000, 10);
            venue.halt(0, 7);
            assertThat(buy(venue, 2, 7, 1_000, 1)).isEqualTo(Result.REFUSED);
            assertThat(venue.exposure().words()).isEqualTo("account 7 in OIL: halted, only cancellations and reductions go through");
            assertThat(venue.move(0, 1, 7, 999)).isEqualTo(Result.REFUSED);
            assertThat(venue.reduce(0, 1, 7, 4)).isEqualTo(Result.DONE);
            assertThat(venue.exposure().buying(7)).isEqualTo(6);
            assertThat(buy(venue, 3, 8, 1_000, 1)).isEqualTo(Result.DONE);
            venue.haltAll(0);
            assertThat(buy(venue, 4, 8, 1_000, 1)).isEqualTo(Result.REFUSED);
            assertThat(venue.exposure().words()).isEqualTo("account 8 in OIL: all are halted, only cancellations and reductions go through");
            assertThat(venue.cancel(0, 1, 7)).isEqualTo(Result.DONE);
            venue.resumeAll(0);
            assertThat(buy(venue, 5, 8, 1_000, 1)).isEqualTo(Result.DONE);
            assertThat(buy(venue, 6, 7, 1_000, 1)).isEqualTo(Result.REFUSED);
            venue.resume(0, 7);
            assertThat(buy(venue, 7, 7, 1_000, 1)).isEqualTo(Result.DONE);
        }
    }

    @Test
    void aRateThatIsRaisedCountsWhatWentBefore() throws IOException {
        try (Venue venue = open()) {
            limit(venue, 7, 2);
            assertThat(rate(venue, 3)).isEqualTo(2);
            venue.limit(0, 7, Verdict.ORDER_RATE, 5);
            assertThat(rate(venue, 9)).isEqualTo(3);
            venue.limit(0, 7, Verdict.ORDER_RATE, 1);
            venue.limit(0, 7, Verdict.ORDER_RATE, 6);
            assertThat(rate(venue, 9)).isEqualTo(1);
            assertThat(venue.exposure().words()).isEqualTo("account 7 in OIL: ORDER_RATE would be 7 a second, at most 6 is allowed");
        }
    }

    /** @return how many of so many orders at one moment are approved */
    private static long rate(Venue venue, int orders) {
        return IntStream.range(0, orders).mapToObj(any -> venue.place(5_000_000_000L, 1, 7, BookSide.BID, TimeInForce.IOC, 1_000, 1))
                .filter(Result.DONE::equals).count();
    }

    @Test
    void whatTradesIsHeldByBoth() throws IOException {
        try (Venue venue = open()) {
            limit(venue, 7, 1_000);
            limit(venue, 8, 1_000);
            buy(venue, 1, 7, 1_000, 10);
            venue.place(0, 2, 8, BookSide.ASK, TimeInForce.IOC, 1_000, 25);
            assertThat(venue.exposure().position(7)).isEqualTo(10);
            assertThat(venue.exposure().position(8)).isEqualTo(-10);
            assertThat(venue.exposure().selling(8)).as("what found nobody").isZero();
            assertThat(venue.exposure().openOrders(7) + venue.exposure().openOrders(8)).isZero();
        }
    }

    @Test
    void theWholeFlowTradesAsWithoutGate() throws IOException {
        List<String> expected = Files.readAllLines(Shared.market("matching/exchange-core-flow-20500-trades.csv"));
        List<String> trades = new ArrayList<>();
        try (Venue venue = open(); Stream<String> lines = Files.lines(Shared.market("matching/exchange-core-flow-20500.csv"))) {
            lines.skip(1).forEach(line -> {
                Command command = Command.of(line);
                if (venue.exposure().limit(command.owner(), Verdict.ORDER_RATE) == 0) {
                    limit(venue, command.owner(), 100_000);
                }
                assertThat(command.on(venue, 0)).as(line).isNotEqualTo(Result.REFUSED);
                told.take().stream().filter(event -> event.kind().equals("TRADE")).forEach(event -> trades.add(
                        line.substring(0, line.indexOf(',')) + "," + event.taker() + "," + event.maker() + "," + event.price() + "," + event.size()));
            });
        }
        assertThat(trades).isEqualTo(expected.subList(1, expected.size()));
    }

    @Test
    void readAgainItIsTheSame() throws IOException {
        List<Told.Event> events;
        State before;
        try (Venue venue = open()) {
            RandomCommands commands = new RandomCommands(SEED, VenueProcess.MARKET);
            IntStream.range(0, 30_000).mapToObj(any -> commands.next()).forEach(next -> next.command().on(venue, next.time()));
            before = State.of(venue);
            assertThat(before.written()).as("refused ones too").isEqualTo(30_000);
            events = told.take();
        }
        try (Venue again = open()) {
            assertThat(State.of(again)).as("seed " + SEED).isEqualTo(before);
            assertThat(told.take()).isEqualTo(events);
            again.haltAll(0);
            assertThat(again.written()).isEqualTo(before.written() + 1);
        }
    }

    @Test
    void aJournalThatAnotherGateWroteIsNotGoneOnWith() throws IOException {
        try (Journal journal = Journal.open(directory, "OIL", TERMS, record -> {})) {
            journal.append(JournalRecord.code(CommandKind.PLACE, 0, 0, Verdict.APPROVED), 0, 1, 7, 1_000, 10);
        }
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessage("record 1 of the journal says APPROVED, the gate says "
                + "ORDER_QUANTITY now (account 7 in OIL: ORDER_QUANTITY would be 10 lots, at most 0 is allowed: set its limits first): run the version that wrote the journal");
    }

    @Test
    void whatCannotBeWrittenIsNotMatched() throws IOException {
        Venue venue = Venue.open("OIL", directory, new Journal.Terms(Duration.ofMillis(1), 8), told);
        Path blocked = Files.createDirectory(directory.resolve("0000000000000000017.journal"));
        limit(venue, 7, 1_000);
        String words = "cannot write the journal in " + directory + ": FileAlreadyExistsException " + blocked
                + ". Nothing was matched that is not in it; give it room and let the server's user write there, then start the venue again";
        assertThatThrownBy(() -> {
            for (int order = 0; order < 10; order++) {
                venue.place(0, order, 7, BookSide.BID, TimeInForce.IOC, 1_000, 1);
            }
        }).isInstanceOf(UncheckedIOException.class).hasMessage(words);
        assertThatThrownBy(() -> venue.cancel(0, 1, 7)).hasMessage(words);
        assertThatThrownBy(venue::close).isInstanceOf(UncheckedIOException.class).hasMessage(words);
        assertThat(venue.forced()).as("what was appended is on the disk").isEqualTo(venue.written());
        Files.delete(blocked);
        List<CommandKind> kinds = new ArrayList<>();
        JournalReader.read(directory, record -> kinds.add(record.kind()));
        assertThat(kinds.stream().filter(CommandKind.PLACE::equals)).hasSameSizeAs(told.take());
    }

    @Test
    void aListenerGivesNoCommandWhileItIsTold() throws IOException {
        Venue[] venue = new Venue[1];
        venue[0] = Venue.open("OIL", directory, TERMS, new Silent() {
            @Override
            public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
                venue[0].cancel(0, 1, 7);
            }
        });
        try (Venue open = venue[0]) {
            limit(open, 7, 1_000);
            buy(open, 1, 7, 1_000, 10);
            long before = open.written();
            String words = "a listener gave a command while it was told of another one, or threw: give it afterwards; after a fault open the venue again";
            assertThatThrownBy(() -> open.place(0, 2, 7, BookSide.ASK, TimeInForce.IOC, 1_000, 4)).isInstanceOf(IllegalStateException.class).hasMessage(words);
            assertThat(open.written()).as("nothing of it is written").isEqualTo(before + 1);
            assertThatThrownBy(() -> open.cancel(0, 1, 7)).hasMessage(words);
        }
    }

    @Test
    void aClockThatRunsAheadStopsNobodyElse() throws IOException {
        try (Venue venue = open()) {
            limit(venue, 7, 1_000);
            venue.limit(0, 7, Verdict.ORDER_RATE, 1);
            assertThat(venue.place(Long.MAX_VALUE, 1, 99, BookSide.BID, TimeInForce.GTC, 1_000, 1)).isEqualTo(Result.REFUSED);
            for (long second = -3; second < 3; second++) {
                assertThat(venue.place(second * 1_000_000_000, 10 + second, 7, BookSide.BID, TimeInForce.GTC, 1_000, 1)).as("second %d, %s", second, venue.exposure().words()).isEqualTo(Result.DONE);
            }
            assertThat(venue.place(2_999_999_999L, 20, 7, BookSide.BID, TimeInForce.GTC, 1_000, 1)).isEqualTo(Result.REFUSED);
        }
    }

    @Test
    void nothingIsAllocatedForACommand() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Venue venue = Venue.open("OIL", directory, new Journal.Terms(Duration.ofMillis(1), 1 << 19), new Silent())) {
            limit(venue, 7, 100_000);
            limit(venue, 8, 100_000);
            commands(venue, 0, 100_000);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            commands(venue, 100_000, 300_000);
            assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before).as("bytes").isLessThan(10_000);
        }
    }

    private static void commands(Venue venue, int from, int to) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int id = from; id < to; id++) {
            long account = 7 + (id & 1);
            venue.place(id, id, account, (id & 2) == 0 ? BookSide.BID : BookSide.ASK, TimeInForce.GTC, 990 + random.nextInt(20), 1 + random.nextInt(9));
            venue.move(id, id - 100, account, 990 + random.nextInt(20));
            venue.cancel(id, id - 200, account);
        }
    }

    /** All that a venue can be asked. */
    record State(long written, List<Level> bids, List<Level> asks, List<Long> accounts) {

        static State of(Venue venue) {
            List<Long> accounts = new ArrayList<>();
            for (long account = 0; account < RandomCommands.ACCOUNTS; account++) {
                accounts.addAll(List.of(venue.exposure().position(account), venue.exposure().buying(account), venue.exposure().selling(account),
                        (long) venue.exposure().openOrders(account)));
                for (Verdict limit : Verdict.values()) {
                    accounts.add(venue.exposure().limit(account, limit));
                }
            }
            return new State(venue.written(), levels(venue, BookSide.BID), levels(venue, BookSide.ASK), accounts);
        }

        private static List<Level> levels(Venue venue, BookSide side) {
            return IntStream.range(0, venue.levels(side)).mapToObj(depth -> venue.level(side, depth)).toList();
        }
    }

    private Venue open() {
        return Venue.open("OIL", directory, TERMS, told);
    }

    private static Result buy(Venue venue, long id, long account, long price, long size) {
        return venue.place(0, id, account, BookSide.BID, TimeInForce.GTC, price, size);
    }

    /** As wide as they go. */
    private static void limit(Venue venue, long account, long rate) {
        for (Verdict limit : Verdict.values()) {
            if (limit.isLimit()) {
                venue.limit(0, account, limit, limit == Verdict.ORDER_RATE ? rate : limit.most());
            }
        }
    }
}
