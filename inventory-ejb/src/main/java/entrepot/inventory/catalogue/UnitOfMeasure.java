package entrepot.inventory.catalogue;

/**
 * A unit that is the same for every item.
 *
 * @param size in the base unit of its dimension, exactly
 */
public record UnitOfMeasure(String code, Dimension dimension, Ratio size) {}
