package entrepot.trading.replay;

import entrepot.trading.execution.BookSide;
import entrepot.trading.execution.RecordedBook;
import entrepot.trading.execution.RecordedBook.Takings;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowKind;

/** A book of single orders (L3). */
final class OrderMarket implements Market {

    private final RecordedBook book = new RecordedBook();

    @Override
    public void apply(Flow flow, int row, Own own) {
        long order = flow.value(row, FlowKind.ORDER);
        int side = (int) flow.value(row, FlowKind.SIDE);
        long price = flow.value(row, FlowKind.PRICE);
        long size = flow.value(row, FlowKind.SIZE);
        switch (FlowAction.of(flow.value(row, FlowKind.ACTION))) {
            case ADD -> {
                book.add(order, BookSide.of(side), price, size);
                rests(order, side, price, own);
            }
            case MODIFY -> {
                book.change(order, price, size);
                rests(order, side, price, own);
            }
            case CANCEL -> book.reduce(order, size);
            case EXECUTE -> {
                own.met(side, price, book.since(order), size, true);
                own.traded(price, size);
                book.reduce(order, size);
            }
            case TRADE -> {
                long left = size - own.met(1, price, Long.MIN_VALUE, size, true);
                own.met(-1, price, Long.MIN_VALUE, left, true);
                own.traded(price, size);
            }
            case CLEAR -> {
                book.clear();
                own.cleared();
            }
        }
    }

    /** It came to a price at which it would have traded with own orders of the other side. */
    private void rests(long order, int side, long price, Own own) {
        book.use(order, own.met(-side, price, Long.MAX_VALUE, book.there(order), false));
    }

    @Override
    public boolean has(int side) {
        return !book.isEmpty(BookSide.of(side));
    }

    @Override
    public long best(int side) {
        return book.best(BookSide.of(side));
    }

    @Override
    public long mark() {
        return book.mark();
    }

    @Override
    public long take(int side, long limit, long units, Takings takings) {
        return book.take(BookSide.of(side), limit, units, takings);
    }
}
