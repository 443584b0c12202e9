package entrepot.trading.execution;

import static java.math.BigInteger.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.execution.RandomCommands.Market;
import entrepot.trading.execution.RandomCommands.Timed;
import entrepot.trading.risk.Exposure;
import entrepot.trading.risk.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gate and book say of each seeded command what naive ones say; {@code laws.commands} says how many. */
class VenueLawsTest {

    private static final int COMMANDS = Integer.getInteger("laws.commands", 120_000);
    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Journal.Terms TERMS = new Journal.Terms(Duration.ZERO, 1 << 16);

    @TempDir
    private Path directory;

    /** A queue, a book, one below and above nothing, and one where everything is as large as it can be. */
    @ParameterizedTest
    @CsvSource({"1000, 8, false", "1000, 60, false", "0, 30, false", "35184372088832, 60, true"})
    void agreesWithTheNaiveVenue(long middle, int prices, boolean huge) throws IOException {
        RandomCommands commands = new RandomCommands(SEED + prices, new Market(middle, prices, huge));
        SplittableRandom edges = new SplittableRandom(SEED);
        NaiveVenue naive = new NaiveVenue();
        Told told = new Told();
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        try (Venue venue = Venue.open("test", directory, TERMS, told)) {
            for (int step = 0; step < COMMANDS / 4; step++) {
                Timed next = commands.next();
                Command command = edges.nextInt(8) == 0 ? toTheEdge(next.command(), naive, edges) : next.command();
                String where = "seed " + SEED + ", middle " + middle + ", step " + step + ": " + command;
                assertThat(command.on(venue, next.time())).as(where).isEqualTo(naive.take(command, next.time()));
                Exposure exposure = venue.exposure();
                assertThat(exposure.verdict()).as(where).isEqualTo(naive.verdict);
                assertThat(valueOf(exposure.sent())).as(where).isEqualTo(naive.sent);
                assertThat(told.take()).as(where).isEqualTo(naive.events);
                verdicts.merge(naive.verdict, 1, Integer::sum);
                if (step % 20 == 0) {
                    assertSame(exposure, naive, where);
                }
            }
        }
        assertThat(verdicts.values()).as("each happens often: " + verdicts).hasSameSizeAs(Verdict.values())
                .allMatch(times -> times > COMMANDS / 4_000);
    }

    /** Position is the sum of fills, what is open is what rests. */
    private static void assertSame(Exposure exposure, NaiveVenue naive, String where) {
        for (long account = 0; account < RandomCommands.ACCOUNTS; account++) {
            assertThat(exposure.position(account)).as(where).isEqualTo(naive.position(account));
            assertThat(valueOf(exposure.buying(account))).as(where).isEqualTo(naive.open(account, BookSide.BID));
            assertThat(valueOf(exposure.selling(account))).as(where).isEqualTo(naive.open(account, BookSide.ASK));
            assertThat(exposure.openOrders(account)).as(where).isEqualTo((int) naive.orders(account));
        }
    }

    /** As large as the position may become, or a lot more. */
    private static Command toTheEdge(Command command, NaiveVenue naive, SplittableRandom random) {
        if (!command.op().equals("new")) {
            return command;
        }
        boolean bid = command.side() == BookSide.BID;
        long limit = naive.limit(command.owner(), bid ? Verdict.LONG_POSITION : Verdict.SHORT_POSITION);
        long held = naive.position(command.owner());
        long room = limit - (bid ? held : -held) - naive.open(command.owner(), command.side()).longValueExact();
        return new Command("new", command.id(), command.owner(), command.side(), command.force(), command.price(), room + random.nextInt(2));
    }
}
