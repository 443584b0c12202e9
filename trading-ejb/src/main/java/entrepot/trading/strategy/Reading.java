package entrepot.trading.strategy;

/** How two lines are read. */
public enum Reading {

    /**
     * Where they stand: long while the fast line is above the slow one. Counts from the bar whose number, from zero, is the
     * fast period; means are over as many prices as there are.
     */
    LEVEL,

    /**
     * When they cross: both windows must be full, and the first position waits until one line has gone through the other.
     * Lines that only touch do not cross.
     */
    CROSS
}
