/**
 * Undoes what was posted, by a posting of its own that is linked to it: one, or thousands of a batch, newest first.
 * Nothing is deleted.
 */
package entrepot.inventory.reversal;
