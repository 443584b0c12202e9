/**
 * Labels for items, lots and places: what is on them, on which sheet of paper, and as ZPL for label printers. Goods with a
 * GTIN carry a GS1 element string, as scanners read it; all else its plain code, which the scan field knows as well.
 */
package entrepot.inventory.label;
