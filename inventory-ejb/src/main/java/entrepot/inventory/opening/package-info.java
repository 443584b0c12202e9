/** Begins a book: opening stock that ties to a trial balance, posted as one document or not at all. */
package entrepot.inventory.opening;
