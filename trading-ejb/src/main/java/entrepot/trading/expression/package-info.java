/**
 * The language in which a person writes when to buy and when to sell, as {@code crossover(sma(40), sma(100)) and rsi(14) < 70}. A text
 * becomes tokens, a tree, typed steps and in the end a {@link entrepot.trading.expression.Program} that takes one bar after the
 * other. It can name no bar that comes later, and its size is bounded, so any text of any person may be run.
 */
package entrepot.trading.expression;
