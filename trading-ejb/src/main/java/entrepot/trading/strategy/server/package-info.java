/** Keeps rules under names, in versions that are only added to. */
package entrepot.trading.strategy.server;
