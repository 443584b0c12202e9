package entrepot.bench.matching;

import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.OrderBook;
import entrepot.trading.execution.OrderBook.Level;
import entrepot.trading.execution.Unguarded;

/** The product's book with a listener that counts. */
final class OurBook extends Counting {

    private final Flow flow;
    private final OrderBook book = Unguarded.book(this);

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
    int levels(BookSide side) {
        return book.levels(side);
    }

    @Override
    Level level(BookSide side, int depth) {
        return book.level(side, depth);
    }
}
