/**
 * Goods of suppliers in our places: counted, promised and sold, but no stock of ours and worth nothing in our books. What is
 * sold or used of them becomes a receipt in the same moment: ours, at the agreed cost, and owed.
 */
package entrepot.inventory.consign;
