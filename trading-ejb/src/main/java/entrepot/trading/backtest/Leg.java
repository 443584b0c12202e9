package entrepot.trading.backtest;

import entrepot.trading.pair.Ending;

/**
 * One of the two positions of a trade of a pair.
 *
 * @param number of the trade, from 1
 * @param second whether it is in the second instrument
 */
public record Leg(int number, boolean second, Trade trade, Ending ending) {}
