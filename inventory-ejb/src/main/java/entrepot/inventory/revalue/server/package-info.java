/** Desk and reports of revaluations. */
package entrepot.inventory.revalue.server;
