/** Enters, approves and reports supplier invoices. */
package entrepot.inventory.invoice.server;
