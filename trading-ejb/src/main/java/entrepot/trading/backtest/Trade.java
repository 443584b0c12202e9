package entrepot.trading.backtest;

/**
 * A position from its opening to its closing, or to the last close where it is still open.
 *
 * @param side   1 long, -1 short
 * @param units  above zero
 * @param exit   bar of the closing; the last bar where it is open
 * @param fees   of both fills; of one where it is open
 * @param profit fees taken off
 */
public record Trade(int side, double units, int entry, double entryPrice, int exit, double exitPrice, double fees,
        double profit, boolean open) {}
