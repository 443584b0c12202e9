/**
 * Orders to suppliers: what a buyer confirms, what is sent, what of it came. Each state of an order offers only the moves
 * that are legal from it.
 */
package entrepot.inventory.purchasing;
