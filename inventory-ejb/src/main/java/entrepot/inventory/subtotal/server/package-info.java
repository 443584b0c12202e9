/** What sealed postings add up to, so that the stock and the accounts of any day, as known at any seal, are read from few rows. */
package entrepot.inventory.subtotal.server;
