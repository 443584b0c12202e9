package entrepot.trading.basket;

/**
 * A position from when something was held to when nothing was, or to the last close where it is still open.
 *
 * @param side   1 long, -1 short
 * @param profit minor units, fees taken off, dividends added
 */
public record Holding(int member, int side, int from, int to, long profit, boolean open) {}
