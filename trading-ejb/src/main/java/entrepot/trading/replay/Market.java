package entrepot.trading.replay;

import entrepot.trading.execution.RecordedBook.Takings;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;

/** Others, as they were recorded. Prices are billionths, units millionths, a side is 1 of who buys and -1 of who sells. */
interface Market {

    /** Hears what a row would have done to orders of one's own. */
    interface Own {

        /**
         * Somebody came who would have traded with own orders of a side first: those at a better price than his, and those at his price that came before.
         *
         * @param since as {@link Market#mark} counts
         * @param beyond whether he traded with others and got no further; else he came to rest or to be quoted
         * @return what they had of it
         */
        long met(int side, long price, long since, long units, boolean beyond);

        void traded(long price, long units);

        /** A session begins with no orders. */
        void cleared();
    }

    static Market of(FlowKind kind) {
        return kind == FlowKind.QUOTES ? new QuotedMarket() : new OrderMarket();
    }

    void apply(Flow flow, int row, Own own);

    boolean has(int side);

    long best(int side);

    /** A place in time behind all that rest and before all that come. */
    long mark();

    /** Takes what is there at a limit or better, which is not there again. @param side of who takes; @return what could not be had */
    long take(int side, long limit, long units, Takings takings);
}
