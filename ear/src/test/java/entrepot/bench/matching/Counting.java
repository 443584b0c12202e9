package entrepot.bench.matching;

import entrepot.trading.execution.BookListener;
import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.OrderBook.Level;
import java.util.stream.IntStream;

/** Counts what it hears of a book, and what rests in it. */
abstract class Counting implements BookListener {

    private long trades;
    private long volume;

    abstract int levels(BookSide side);

    abstract Level level(BookSide side, int depth);

    @Override
    public final void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
        trades++;
        volume += size * price;
    }

    @Override
    public final void reduced(long order, long price, long size, boolean done) {}

    @Override
    public final void rejected(long order, long price, long size) {}

    final Counted counted() {
        return new Counted(trades, volume, resting(BookSide.ASK), resting(BookSide.BID));
    }

    private int resting(BookSide side) {
        return IntStream.range(0, levels(side)).map(depth -> level(side, depth).orders()).sum();
    }
}
