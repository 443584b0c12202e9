package entrepot.bench.matching;

import entrepot.trading.execution.BookListener;
import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.OrderBook;
import entrepot.trading.execution.Unguarded;
import java.util.stream.IntStream;

/** The product's book with a listener that counts. */
final class OurBook implements BookListener {

    private final Flow flow;
    private final OrderBook book = Unguarded.book(this);
    private long trades;
    private long volume;

    OurBook(Flow flow) {
        this.flow = flow;
    }

    void take(int at) {
        switch (flow.kind[at]) {
            case Flow.CANCEL -> book.cancel(flow.id[at], flow.user(at));
            case Flow.MOVE -> book.move(flow.id[at], flow.user(at), flow.price[at]);
            default -> book.place(flow.id[at], flow.user(at), flow.side[at], flow.force(at), flow.price[at], flow.size[at]);
        }
    }

    @Override
    public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
        trades++;
        volume += size * price;
    }

    @Override
    public void reduced(long order, long price, long size, boolean done) {}

    @Override
    public void rejected(long order, long price, long size) {}

    Counted counted() {
        return new Counted(trades, volume, resting(BookSide.ASK), resting(BookSide.BID));
    }

    private int resting(BookSide side) {
        return IntStream.range(0, book.levels(side)).map(depth -> book.level(side, depth).orders()).sum();
    }
}
