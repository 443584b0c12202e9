/** The till's road to the ledger: finds the codes of a sale and posts it. */
package entrepot.inventory.sale.server;
