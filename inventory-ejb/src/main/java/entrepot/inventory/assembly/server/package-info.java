/** Bills in the database, and the road of an assembly to the ledger. */
package entrepot.inventory.assembly.server;
