/**
 * Says what to order today and why: reorder point and order-up-to level of one item at one location from its demand,
 * its lead time and the service asked for. Decides by periodic review with a reorder point, (R, s, S); statistics are
 * doubles here and become quantities only in {@link entrepot.inventory.replenishment.Units}.
 */
package entrepot.inventory.replenishment;
