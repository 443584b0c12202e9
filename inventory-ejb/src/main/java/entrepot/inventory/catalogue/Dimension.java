package entrepot.inventory.catalogue;

/** What a unit measures; units of one dimension convert into each other. Equal to the check of table {@code unit}. */
public enum Dimension {
    COUNT,
    MASS,
    LENGTH,
    VOLUME,
    AREA,
    TIME
}
