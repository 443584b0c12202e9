/** Keeps portfolio backtests, runs them as jobs, and answers what came of them. */
package entrepot.trading.basket.server;
