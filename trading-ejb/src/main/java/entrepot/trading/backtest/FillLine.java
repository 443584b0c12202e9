package entrepot.trading.backtest;

import entrepot.trading.broker.FillRule;

/**
 * A fill of a backtest with the rule that made it.
 *
 * @param order    its number
 * @param units    above zero where bought
 * @param price    paid, slippage included
 * @param slippage of it, 0 or more
 */
public record FillLine(int number, int order, int bar, double units, double price, double slippage, double fee, FillRule rule) {}
