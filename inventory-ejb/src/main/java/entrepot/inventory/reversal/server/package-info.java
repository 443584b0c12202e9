/** Finds what is to be undone and hands the reversal to the ledger. */
package entrepot.inventory.reversal.server;
