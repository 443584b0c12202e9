/**
 * Says what an item should cost to buy from us, and why. A {@link entrepot.trading.pricing.Pricer} wishes for a price;
 * {@link entrepot.trading.pricing.GuardRails} turn the wish into advice that keeps floor, ceiling, step and pace, or
 * refuse with the reason. So whoever wishes, a rule today and a learning agent later, cannot leave the rails.
 */
package entrepot.trading.pricing;
