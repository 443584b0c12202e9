/** The storekeeper's road to the ledger: finds the codes of a note and posts it. */
package entrepot.inventory.goods.server;
