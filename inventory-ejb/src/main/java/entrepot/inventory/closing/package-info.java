/** The months of the book: open, closed to most, closed to all, and opened again for a reason. */
package entrepot.inventory.closing;
