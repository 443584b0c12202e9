/**
 * Market data in the server. Whoever changes the bars of a series locks its row of bar_series first. Nothing of a file is
 * dropped: a row is in the series, was there already, or lies in the quarantine with its reason.
 */
package entrepot.trading.market.server;
