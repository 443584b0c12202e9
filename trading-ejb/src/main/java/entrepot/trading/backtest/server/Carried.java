package entrepot.trading.backtest.server;

import entrepot.trading.backtest.PairResult;

/** What borrowing cost, and how often everything was closed for want of margin. @param borrow on shorts and on owed money, in the currency */
public record Carried(double borrow, int liquidations) {

    static Carried of(PairResult found) {
        return new Carried(found.borrow(), found.liquidations());
    }
}
