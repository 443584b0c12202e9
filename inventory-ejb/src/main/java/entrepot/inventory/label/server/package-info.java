/** Finds what labels are to say. */
package entrepot.inventory.label.server;
