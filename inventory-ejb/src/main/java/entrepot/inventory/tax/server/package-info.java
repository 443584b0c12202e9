/** Keeps rates, and reports what is owed and what is given back. */
package entrepot.inventory.tax.server;
