package entrepot.trading.indicator;

/** What a mean is before its window is full. */
public enum WarmUp {

    /** Over as many prices as there are; an exponential mean starts with the first price. */
    PARTIAL,

    /** Not a number; an exponential mean starts with the simple mean of its first window. */
    FULL
}
