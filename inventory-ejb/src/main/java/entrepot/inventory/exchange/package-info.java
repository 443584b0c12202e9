/**
 * Money of other currencies: what it is worth on a day, and in the book. A document keeps its own rate; the table is asked
 * where it says none.
 */
package entrepot.inventory.exchange;
