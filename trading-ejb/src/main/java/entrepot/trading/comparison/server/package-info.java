/** Reads the backtests that are compared. */
package entrepot.trading.comparison.server;
