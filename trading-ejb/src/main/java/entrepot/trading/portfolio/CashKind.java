package entrepot.trading.portfolio;

/** Why cash moved. */
public enum CashKind {
    DEPOSIT, TRADE, FEE, VARIATION, DIVIDEND, BORROW, INTEREST, EXCHANGE
}
