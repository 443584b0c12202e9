package entrepot.trading.comparison;

/** What is to be kept in mind when backtests stand beside each other. */
public enum Caution {

    /** The best of those compared was picked of them, and each was picked of its trials. */
    PICKED,

    /** Their first or last bars differ: figures of the whole time are of different times. */
    TIMES,

    /** Other instruments: other opportunities, other risks. */
    INSTRUMENTS,

    /** Money in one currency is not money in another; returns are each in their own. */
    CURRENCIES,

    /** They began with other money, so that amounts are not comparable; returns are. */
    MONEY,

    /** Other fees or slippage. */
    COSTS,

    /** The same instruments and time, but other versions of the data. */
    DATA,

    /** Splits and dividends worked into the prices of some and not of others, or booked. */
    PRICES,

    /** Days between the first and the last in common that one has and another has not. */
    LEFT_OUT,

    /** Less than a year of days in common. */
    FEW_DAYS,

    /** The money of one of them was gone. */
    GONE
}
