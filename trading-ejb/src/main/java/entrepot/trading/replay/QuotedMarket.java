package entrepot.trading.replay;

import entrepot.trading.execution.RecordedBook.Takings;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;

/** The best price of both sides. Who stands behind it is not known, so one's own orders stand behind everybody. */
final class QuotedMarket implements Market {

    private final Side bid = new Side();
    private final Side ask = new Side();
    private long steps;

    /** What is taken at a price is not there again until the price changes. */
    private static final class Side {
        private long price;
        private long size;
        private long taken;

        private void quote(long newPrice, long newSize) {
            taken = newPrice == price ? taken : 0;
            price = newPrice;
            size = newSize;
        }

        private long there() {
            return Math.max(0, size - taken);
        }
    }

    @Override
    public void apply(Flow flow, int row, Own own) {
        bid.quote(flow.value(row, FlowKind.BID), flow.value(row, FlowKind.BID_SIZE));
        ask.quote(flow.value(row, FlowKind.ASK), flow.value(row, FlowKind.ASK_SIZE));
        ask.taken += own.met(1, ask.price, Long.MAX_VALUE, ask.there(), false);
        bid.taken += own.met(-1, bid.price, Long.MAX_VALUE, bid.there(), false);
    }

    @Override
    public boolean has(int side) {
        return (side > 0 ? bid : ask).size > 0;
    }

    @Override
    public long best(int side) {
        return side > 0 ? bid.price : ask.price;
    }

    @Override
    public long mark() {
        return ++steps;
    }

    @Override
    public long take(int side, long limit, long units, Takings takings) {
        Side against = side > 0 ? ask : bid;
        boolean within = side > 0 ? against.price <= limit : against.price >= limit;
        long had = within ? Math.min(units, against.there()) : 0;
        if (had > 0) {
            against.taken += had;
            takings.take(against.price, had);
        }
        return units - had;
    }
}
