package entrepot.trading.backtest.server;

/** In how many bars quotes of a market maker were filled, and in how many of them on both sides. */
public record QuotedBars(int filled, int bothSides) {}
