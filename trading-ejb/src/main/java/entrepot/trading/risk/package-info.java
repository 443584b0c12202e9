/**
 * Says whether an order may go to a market, before it does. {@link entrepot.trading.risk.RiskGate} holds the limits of each account in one
 * instrument, what the account holds and what it has open, in whole lots and ticks; it hears of every fill, cancellation and rejection.
 * Knows no book and no journal: {@code entrepot.trading.execution.Venue} stands between the three.
 */
package entrepot.trading.risk;
