/**
 * Holds backtests against each other over the days that all of them have. Knows accounts and arrays only; what they were asked is told in the ring around it.
 */
package entrepot.trading.comparison;
