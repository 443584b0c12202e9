/**
 * A broker that is not there: it fills orders from bars by rules that are each named in the fill, and never kinder than what could have
 * been had. {@code docs/execution.md} has the rules with their reasons.
 */
package entrepot.trading.broker;
