/** The register of goods of suppliers, and the way of what is taken of them into the ledger. */
package entrepot.inventory.consign.server;
