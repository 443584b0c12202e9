/** Keeps rates, and what documents said in other currencies. */
package entrepot.inventory.exchange.server;
