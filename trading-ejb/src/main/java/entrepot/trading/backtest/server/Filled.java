package entrepot.trading.backtest.server;

/**
 * How much of what a backtest ordered it had.
 *
 * @param orders   all of them
 * @param whole    of them filled whole, {@code partly} filled in part; the others not at all
 * @param slippage paid in all its fills, in the currency of the instrument
 */
public record Filled(int orders, int whole, int partly, double slippage) {

    public int none() {
        return orders - whole - partly;
    }
}
