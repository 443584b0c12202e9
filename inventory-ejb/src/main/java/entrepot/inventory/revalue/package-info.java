/** Value that changes where no goods move: a new standard cost, a write-down to net realisable value and its reversal. */
package entrepot.inventory.revalue;
