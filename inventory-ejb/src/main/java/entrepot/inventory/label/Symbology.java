package entrepot.inventory.label;

/** The bars: GS1 DataMatrix or GS1-128 where there is a GTIN, else the same symbol without FNC1. */
public enum Symbology { DATAMATRIX, CODE128 }
