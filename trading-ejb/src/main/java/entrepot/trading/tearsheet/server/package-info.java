/** Tear sheets of the backtests that were kept. */
package entrepot.trading.tearsheet.server;
