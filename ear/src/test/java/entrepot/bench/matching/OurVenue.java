package entrepot.bench.matching;

import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.Journal;
import entrepot.trading.execution.OrderBook.Level;
import entrepot.trading.execution.Venue;
import entrepot.trading.risk.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The product's venue, gate and journal before the book, in a directory that is gone with it; every limit is set, none is reached. */
final class OurVenue extends Counting implements Closeable {

    static final Duration EACH_MILLISECOND = Journal.Terms.USUAL.forceEvery();
    static final Duration NEVER = Duration.ZERO;
    static final int SEGMENT = Journal.Terms.USUAL.segmentRecords();
    /** Of the commands' own clock. */
    private static final long NANOS_BETWEEN = 20_000;

    private final Flow flow;
    private final Path directory;
    private final Venue venue;

    OurVenue(Flow flow, Duration forceEvery) {
        this.flow = flow;
        directory = directory();
        venue = Venue.open("bench", directory, new Journal.Terms(forceEvery, SEGMENT), this);
        venue.reference(0, 50_000);
        for (long account = 0; account < Flow.USERS; account++) {
            limits(venue, account);
        }
    }

    /** Below what is built, on the disk of the project. */
    static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "journal");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void limits(Venue venue, long account) {
        for (Verdict limit : List.of(Verdict.ORDER_QUANTITY, Verdict.ORDER_NOTIONAL, Verdict.LONG_POSITION, Verdict.SHORT_POSITION)) {
            venue.limit(0, account, limit, 1_000_000_000L);
        }
        venue.limit(0, account, Verdict.PRICE_COLLAR, 5_000);
        venue.limit(0, account, Verdict.OPEN_ORDERS, 1_000);
        venue.limit(0, account, Verdict.ORDER_RATE, 1_000);
    }

    void take(int at) {
        long time = at * NANOS_BETWEEN;
        switch (flow.kind[at]) {
            case Flow.CANCEL -> venue.cancel(time, flow.id[at], flow.user(at));
            case Flow.MOVE -> venue.move(time, flow.id[at], flow.user(at), flow.price[at]);
            default -> venue.place(time, flow.id[at], flow.user(at), flow.side[at], flow.force(at), flow.price[at], flow.size[at]);
        }
    }

    @Override
    int levels(BookSide side) {
        return venue.levels(side);
    }

    @Override
    Level level(BookSide side, int depth) {
        return venue.level(side, depth);
    }

    @Override
    public void close() throws IOException {
        venue.close();
        delete(directory);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
