package entrepot.inventory.catalogue;

/**
 * A record as it is kept.
 *
 * @param version goes up with every change; a change names the one it was made from
 */
public record Kept<E>(int version, E value) {}
