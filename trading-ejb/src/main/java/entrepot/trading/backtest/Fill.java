package entrepot.trading.backtest;

/**
 * An order that was filled at the open of a bar.
 *
 * @param units above zero where bought, below where sold
 * @param price slippage included
 */
public record Fill(int bar, double units, double price, double fee) {

    public boolean isBuy() {
        return units > 0;
    }
}
