/** Counts in the database: made, counted, submitted, approved. What the book expects is read only for those who approve. */
package entrepot.inventory.count.server;
