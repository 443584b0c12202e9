/** Sales and what customers bring back: prices, discounts, tax and tenders in, one command for the ledger out. */
package entrepot.inventory.sale;
