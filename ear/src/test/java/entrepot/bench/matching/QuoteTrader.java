package entrepot.bench.matching;

import entrepot.trading.execution.BookListener;
import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.Journal;
import entrepot.trading.execution.OrderBook.Result;
import entrepot.trading.execution.TimeInForce;
import entrepot.trading.execution.Venue;
import entrepot.trading.risk.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Buys or sells a lot when a fast mean of the middle of the quotes crosses a slow one, immediate or cancelled, from somebody who has enough of both at
 * rest: every order is judged, written and filled whole.
 */
final class QuoteTrader implements BookListener, Closeable {

    static final int QUOTES = 1 << 20;
    private static final long SELF = 1;
    private static final long OTHER = 2;
    private static final long MIDDLE = 50_000;
    private static final long FAR = 1_000;
    private static final double FAST = 0.5;
    private static final double SLOW = 0.2;

    private final Path directory = OurVenue.directory();
    private final Venue venue;
    private long orders = 10;
    private long filled;
    private double fast = MIDDLE;
    private double slow = MIDDLE;
    private boolean above;

    QuoteTrader(Duration forceEvery) {
        venue = Venue.open("bench", directory, new Journal.Terms(forceEvery, OurVenue.SEGMENT), this);
        venue.reference(0, MIDDLE);
        OurVenue.limits(venue, SELF);
        OurVenue.limits(venue, OTHER);
        venue.limit(0, OTHER, Verdict.ORDER_NOTIONAL, Verdict.ORDER_NOTIONAL.most());
        venue.place(0, 1, OTHER, BookSide.BID, TimeInForce.GTC, MIDDLE - FAR, 100_000_000);
        venue.place(0, 2, OTHER, BookSide.ASK, TimeInForce.GTC, MIDDLE + FAR, 100_000_000);
    }

    /** Bids; asks stand two ticks above. */
    static long[] quotes() {
        SplittableRandom random = new SplittableRandom(42);
        long[] bids = new long[QUOTES];
        double middle = MIDDLE;
        for (int at = 0; at < QUOTES; at++) {
            middle += random.nextInt(-3, 4) + (MIDDLE - middle) / 1_000;
            bids[at] = (long) middle;
        }
        return bids;
    }

    /** @return the number of the order that came of it, 0 for none; below zero for a sale */
    long quoted(long time, long bid, long ask) {
        double middle = (bid + ask) / 2.0;
        fast += FAST * (middle - fast);
        slow += SLOW * (middle - slow);
        if (fast > slow == above) {
            return 0;
        }
        above = !above;
        long order = ++orders;
        Result result = venue.place(time, order, SELF, above ? BookSide.BID : BookSide.ASK, TimeInForce.IOC, MIDDLE + (above ? FAR : -FAR), 1);
        if (result != Result.DONE) {
            throw new AssertionError(venue.exposure().words());
        }
        return above ? order : -order;
    }

    @Override
    public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
        filled += size;
    }

    @Override
    public void reduced(long order, long price, long size, boolean done) {}

    @Override
    public void rejected(long order, long price, long size) {}

    /** Lots, one for each order. */
    long filled() {
        return filled;
    }

    @Override
    public void close() throws IOException {
        venue.close();
        OurVenue.delete(directory);
    }
}
