/**
 * Matches orders of one instrument by price, then time. Prices are whole ticks, sizes whole lots, so nothing is rounded;
 * one thread gives the commands, and the same commands always make the same trades. {@link entrepot.trading.execution.Venue} is the one way
 * in: past the risk gate, and through the journal.
 */
package entrepot.trading.execution;
