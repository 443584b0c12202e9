/**
 * Market making: two quotes around a price, moved against what is held. {@link entrepot.trading.making.Quotes} says where they stand,
 * {@link entrepot.trading.making.MarketMaker} gives them as limit orders bar by bar.
 */
package entrepot.trading.making;
