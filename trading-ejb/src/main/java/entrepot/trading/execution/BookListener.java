package entrepot.trading.execution;

/** Hears what a command does to the book, in the order in which it happens and before the command returns. It must not throw, nor give another command meanwhile. */
public interface BookListener {

    /**
     * @param price of the order that rested
     * @param makerDone whether nothing is left of the order that rested
     * @param takerDone whether nothing is left of the order that came
     */
    void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone);

    /** A resting order became smaller by a cancellation or reduction. @param done whether nothing is left of it */
    void reduced(long order, long price, long size, boolean done);

    /** What is left of an order does not rest. */
    void rejected(long order, long price, long size);
}
