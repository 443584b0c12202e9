/**
 * Counting stock: which items are due, what lies on the shelf, how far that is from the book, and who may say that the
 * shelf is right. A line is compared with the book as of the moment it was counted, so nobody has to stop selling.
 */
package entrepot.inventory.count;
