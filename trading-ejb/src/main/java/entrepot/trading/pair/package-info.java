/**
 * Two instruments that should go together: how many of one stand against one of the other, how far they have gone apart, and when to bet
 * that they come back. {@code docs/strategies.md} has the rules.
 */
package entrepot.trading.pair;
