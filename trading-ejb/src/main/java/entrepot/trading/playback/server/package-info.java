/** Runs a kept backtest again to go through it. */
package entrepot.trading.playback.server;
