/** Desks of the amendments. */
package entrepot.inventory.amend.server;
