package entrepot.trading.portfolio;

/** Which lots are given up first. */
public enum LotMethod {

    /** The oldest. */
    FIFO,
    /** The newest. */
    LIFO,
    /** Those that cost most a unit; of equal ones the oldest. */
    HIFO,
    /** Those that cost least a unit; of equal ones the oldest. */
    LOFO,
    /** All are one, at the average cost. */
    AVERAGE
}
