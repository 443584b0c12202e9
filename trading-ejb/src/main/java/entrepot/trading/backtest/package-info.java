/**
 * Runs a strategy over bars that were. A decision at the close of a bar is filled at the open of the next one, with fees and
 * slippage. {@link entrepot.trading.backtest.Backtest} goes bar by bar and keeps everything;
 * {@link entrepot.trading.backtest.CrossoverSweep} jumps from fill to fill for thousands of parameters and keeps a few columns.
 * Money here is a statistic, so it is a double; the book is elsewhere.
 */
package entrepot.trading.backtest;
