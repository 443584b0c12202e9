/** Prices, strategies and orders: reads what inventory publishes, and is never called by it. */
package entrepot.trading;
