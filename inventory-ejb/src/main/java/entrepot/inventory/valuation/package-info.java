/** Values stock. A layer holds the value that is left, not a unit cost, so relief conserves value: see CostLayer. */
package entrepot.inventory.valuation;
