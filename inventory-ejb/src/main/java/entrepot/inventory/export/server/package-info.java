/** Reads the journal for export: numbered batches, and the ledger of a period with its lots. */
package entrepot.inventory.export.server;
