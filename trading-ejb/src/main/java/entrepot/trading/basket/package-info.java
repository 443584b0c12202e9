/**
 * Many instruments on one account: which are chosen, how the money is shared out among them, and what came of it. Decisions are made from prices
 * that carry dividends and splits forward; the account deals in raw prices, whole lots and exact money.
 */
package entrepot.trading.basket;
