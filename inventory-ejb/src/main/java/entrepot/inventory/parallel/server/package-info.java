/** Desk, job and reports of the valuation books. */
package entrepot.inventory.parallel.server;
