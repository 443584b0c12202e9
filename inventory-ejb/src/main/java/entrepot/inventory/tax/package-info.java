/** Sales tax and value-added tax: which rate holds on a day, who owes it, and how it is rounded. */
package entrepot.inventory.tax;
