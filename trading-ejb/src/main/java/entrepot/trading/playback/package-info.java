/**
 * A backtest gone through once more, bar by bar, with what was known at each of them and nothing that came later. It is run again, not read: a trailing stop
 * is kept where it ended, and an order of all the money with the units that it had in the end, which is more than was known while they stood.
 */
package entrepot.trading.playback;
