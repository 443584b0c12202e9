/** Closing months, and what speaks against it. */
package entrepot.inventory.closing.server;
