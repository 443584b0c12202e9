/**
 * Invoices of suppliers: order, receipt and invoice are held beside each other, and what does not fit waits for another
 * person. What was received and not invoiced becomes what is owed; another price than the receipt's goes after the goods.
 */
package entrepot.inventory.invoice;
