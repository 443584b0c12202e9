package entrepot.trading.backtest.server;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.market.server.FlowBoard;
import java.util.Iterator;

/**
 * A flow as it was at a moment, read part by part each time it is gone through.
 *
 * @param rows   that it had
 * @param before nanoseconds of the epoch, from which on no row is in it
 */
record FlowParts(FlowBoard board, String symbol, FlowKind kind, long rows, long before) implements Iterable<Flow> {

    @Override
    public Iterator<Flow> iterator() {
        return new Iterator<>() {
            private long row;
            private Flow next = read();

            private Flow read() {
                return row >= rows ? null : cut(board.rows(symbol, kind, row, (int) Math.min(Flow.PART, rows - row)));
            }

            @Override
            public boolean hasNext() {
                return next != null && next.size() > 0;
            }

            @Override
            public Flow next() {
                Flow part = next;
                row += part.size();
                next = read();
                return part;
            }
        };
    }

    private Flow cut(Flow part) {
        int end = part.size();
        while (end > 0 && part.time(end - 1) >= before) {
            end--;
        }
        return end == part.size() ? part : part.slice(0, end);
    }
}
