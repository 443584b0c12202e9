/** Reads what is owed in other currencies, and brings it to the closing rate. */
package entrepot.inventory.payable.server;
