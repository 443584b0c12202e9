/** What lies on the shelves, and what it is worth. */
package entrepot.inventory.stock;
