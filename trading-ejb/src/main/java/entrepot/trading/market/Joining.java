package entrepot.trading.market;

/** How contracts become one series. With d what the new contract is dearer at a roll than the old one, and r how many times as dear. */
public enum Joining {
    /** As traded: a roll is a jump. */
    NONE,
    /** Prices on one side of a roll are moved by d, so that differences are what a holder gained a unit; prices may come below zero. */
    DIFFERENCE,
    /** Prices on one side are multiplied by r, so that returns are what a holder had; prices must be above zero. */
    RATIO
}
