/**
 * Pricing in the server: reads what inventory publishes, decides when stock moves and every night, keeps the price book.
 * Whoever changes a price locks its row of the price book first, items in the order of their numbers; its history is
 * only ever added to.
 */
package entrepot.trading.pricing.server;
