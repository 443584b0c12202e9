package entrepot.trading.execution;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.execution.OrderBook.Level;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The book and a naive one say the same of each seeded command; {@code laws.commands} says how many. */
class OrderBookLawsTest {

    private static final int COMMANDS = Integer.getInteger("laws.commands", 300_000);
    private static final long SEED = Long.getLong("laws.seed", 20261127);
    private static final int LOOK_EACH = 1_000;

    /** Few prices make long queues and many trades, many prices a deep book. */
    @ParameterizedTest
    @CsvSource({"8, 40", "60, 40", "5000, 60"})
    void agreesWithTheNaiveBook(int prices, int mostResting) {
        SplittableRandom random = new SplittableRandom(SEED + prices);
        Told told = new Told();
        Told expected = new Told();
        OrderBook book = new OrderBook(told);
        NaiveBook naive = new NaiveBook(expected);
        long trades = 0;
        long ids = 0;
        for (int step = 0; step < COMMANDS / 3; step++) {
            Command command = random(random, prices, mostResting, ids);
            ids += command.op().equals("new") ? 1 : 0;
            String where = "seed " + SEED + ", prices " + prices + ", step " + step + ": " + command;
            assertThat(command.on(book)).as(where).isEqualTo(naive.take(command));
            List<Told.Event> events = told.take();
            assertThat(events).as(where).isEqualTo(expected.take());
            trades += events.stream().filter(event -> event.kind().equals("TRADE")).count();
            if (step % LOOK_EACH == 0) {
                for (BookSide side : BookSide.values()) {
                    assertThat(levels(book, side)).as(where).isEqualTo(naive.levels(side));
                }
            }
        }
        assertThat(trades).as("trades among them").isGreaterThan(COMMANDS / 60);
    }

    /** One that rests is somewhere among the newest numbers; now and then a number is used again, or is of somebody else. */
    private static Command random(SplittableRandom random, int prices, int mostResting, long ids) {
        BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
        long price = 1000 + (long) (prices * Math.min(1, Math.max(0, 0.5 + (random.nextDouble() - 0.5) * random.nextDouble()
                + (side == BookSide.BID ? -0.04 : 0.04))));
        long size = random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(30);
        long known = Math.max(0, ids - 1 - random.nextInt(2 * mostResting));
        long owner = random.nextInt(30) == 0 ? 9 : known % 3;
        int kind = random.nextInt(100);
        if (kind < 40) {
            long id = random.nextInt(100) == 0 ? known : ids;
            TimeInForce force = TimeInForce.values()[Math.max(0, random.nextInt(8) - 4)];
            return new Command("new", id, id % 3, side, force, force == TimeInForce.FOK_BUDGET ? price * Math.max(1, size) : price, size);
        }
        return new Command(kind < 65 ? "cancel" : kind < 75 ? "reduce" : "move", known, owner, null, null, price, size);
    }

    @Test
    void whatRestsOrTradedIsWhatWasAskedFor() {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] gone = new long[1];
        OrderBook book = new OrderBook(new BookListener() {
            @Override
            public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
                gone[0] += 2 * size;
            }

            @Override
            public void reduced(long order, long price, long size, boolean done) {
                gone[0] += size;
            }

            @Override
            public void rejected(long order, long price, long size) {
                gone[0] += size;
            }
        });
        long asked = 0;
        for (long id = 0; id < 200_000; id++) {
            long size = 1 + random.nextInt(100);
            asked += size;
            book.place(id, 0, random.nextBoolean() ? BookSide.BID : BookSide.ASK, TimeInForce.GTC, 1 + random.nextInt(100_000), size);
            if (random.nextInt(3) == 0) {
                book.cancel(random.nextLong(id + 1), 0);
            }
        }
        long rests = 0;
        for (BookSide side : BookSide.values()) {
            rests += levels(book, side).stream().mapToLong(Level::volume).sum();
        }
        assertThat(rests + gone[0]).as("seed " + SEED).isEqualTo(asked);
        assertThat(book.level(BookSide.BID, 0).price()).as("nobody who would trade rests").isLessThan(book.level(BookSide.ASK, 0).price());
    }

    private static List<Level> levels(OrderBook book, BookSide side) {
        return IntStream.range(0, book.levels(side)).mapToObj(depth -> book.level(side, depth)).toList();
    }
}
