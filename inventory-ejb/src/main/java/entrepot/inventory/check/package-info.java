/** Looks whether the book still keeps its laws, and whether somebody changed it behind the application's back. */
package entrepot.inventory.check;
