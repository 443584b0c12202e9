/**
 * Decides on what was sold: from the queue, or at night for all items. Every change of the proposals or open orders of an
 * item first locks the item's inbox mark, so that decisions and buyers never work from the same position at once.
 */
package entrepot.inventory.replenishment.server;
